package ecobot.push;

import ecobot.calendar.Zone;
import ecobot.chat.Templates;
import ecobot.database.AfterCommit;
import ecobot.database.InRounds;
import ecobot.database.Rounds;
import ecobot.outbox.Allowance;
import ecobot.outbox.ReadLists;
import ecobot.push.ReadingMapper.ToAsk;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Asks the platform who has read: about each push to a group at most once a day, only as long as somebody has not, and not at all once the month's calls
 * run low. The wish is a row; the calls are made outside any transaction.
 */
@Component
class ReadAsker implements InRounds {

    private static final Logger log = LoggerFactory.getLogger(ReadAsker.class);
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String OPEN_API = "OPEN_API";
    private static final int AT_A_TIME = 50;
    private static final int MOST_ATTEMPTS = 5;

    private final ReadingMapper rows;
    private final Readings readings;
    private final ReadLists lists;
    private final Roster roster;
    private final Allowance allowance;
    private final Templates templates;
    private final Clock clock;
    private final Clock machineClock;
    private final Rounds rounds = new Rounds("push-reading", POLL, this::round);

    ReadAsker(
            ReadingMapper rows,
            Readings readings,
            ReadLists lists,
            Roster roster,
            Allowance allowance,
            Templates templates,
            Clock clock,
            @Qualifier("machineClock") Clock machineClock) {
        this.rows = rows;
        this.readings = readings;
        this.lists = lists;
        this.roster = roster;
        this.allowance = allowance;
        this.templates = templates;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    /**
     * Wishes to know about one material.
     *
     * @return how many groups are asked about
     */
    int ask(long materialId) {
        return isAffordable() ? nudged(rows.wantAsked(materialId, machineClock.instant(), today())) : 0;
    }

    /** Wishes to know about all materials whose time for reading ends within a day. */
    int askAboutEnding(Instant now) {
        return isAffordable()
                ? nudged(rows.wantEndingAsked(now, now.plus(Duration.ofDays(1)), machineClock.instant(), today()))
                : 0;
    }

    private int nudged(int wanted) {
        AfterCommit.run(rounds::nudge);
        return wanted;
    }

    boolean isAffordable() {
        int most = templates.words(PushWords.FILE, PushWords.class).reading().notBeyondPercent();
        return allowance.accounts().stream()
                .filter(account -> account.name().equals(OPEN_API))
                .allMatch(account -> account.percent() < most);
    }

    private Instant today() {
        return clock.instant()
                .atZone(Zone.SHANGHAI)
                .toLocalDate()
                .atStartOfDay(Zone.SHANGHAI)
                .toInstant();
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    private void round() {
        var due = rows.toAsk(machineClock.instant(), AT_A_TIME);
        due.stream()
                .filter(push -> rows.claimAsk(
                                push.id(),
                                push.askAttempts(),
                                machineClock.instant().plus(LEASE))
                        == 1)
                .forEach(this::ask);
        if (due.size() == AT_A_TIME) {
            rounds.nudge();
        }
    }

    private void ask(ToAsk push) {
        var conversation = roster.groups().stream()
                .filter(group -> group.id() == push.groupId())
                .map(Group::conversationId)
                .findFirst();
        if (conversation.isEmpty()) {
            rows.asked(push.id(), clock.instant());
            return;
        }
        var answer = lists.readers(conversation.get(), push.platformId());
        if (answer instanceof ReadLists.Readers readers) {
            readings.noteRead(push.materialId(), readers.staffIds());
            rows.asked(push.id(), clock.instant());
        } else if (answer instanceof ReadLists.Later later && push.askAttempts() + 1 < MOST_ATTEMPTS) {
            rows.askAgain(push.id(), machineClock.instant().plus(later.delay()));
            rounds.nudgeAfter(later.delay());
        } else {
            log.warn("The platform does not say who has read push {}: {}", push.id(), answer);
            rows.asked(push.id(), clock.instant());
        }
    }
}
