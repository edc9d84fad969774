package ecobot.push;

import ecobot.calendar.Zone;
import ecobot.chat.Announcements;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Templates;
import ecobot.library.Material.Category;
import ecobot.library.Proposals;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.ScheduledTask;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * A week before a day that is worth a post: a draft for it, and the trainers are told in private. Once a year for each day; what a weekend or a downtime
 * kept from being told comes on the next working morning.
 */
@Component
class DaysAheadTask implements ScheduledTask {

    private final DaysMapper rows;
    private final Proposals proposals;
    private final Roster roster;
    private final Announcements announcements;
    private final Templates templates;
    private final Clock clock;

    DaysAheadTask(
            DaysMapper rows,
            Proposals proposals,
            Roster roster,
            Announcements announcements,
            Templates templates,
            Clock clock) {
        this.rows = rows;
        this.proposals = proposals;
        this.roster = roster;
        this.announcements = announcements;
        this.templates = templates;
        this.clock = clock;
        days();
    }

    @Override
    public String name() {
        return "days-ahead";
    }

    @Override
    public void run(Occurrence occurrence) {
        var today = occurrence.plannedAt().atZone(Zone.SHANGHAI).toLocalDate();
        int ahead = words().days().ahead();
        for (int days = 1; days <= ahead; days++) {
            var date = today.plusDays(days);
            days().on(date).ifPresent(day -> propose(day, date));
        }
    }

    private void propose(WorthyDays.Day day, LocalDate date) {
        try {
            rows.add(date, clock.instant());
        } catch (DuplicateKeyException proposedBefore) {
            return;
        }
        var words = words().days();
        long number = proposals.draft(new Proposals.Words(
                Category.KNOWLEDGE,
                words.filled(words.title(), day, date),
                words.filled(words.summary(), day, date),
                words.filled(words.body(), day, date),
                day.source()));
        rows.drafted(date, number);
        for (var trainer : roster.membersWith(Role.TRAINER)) {
            announcements.tell(
                    "day:" + date + ":member:" + trainer.id(),
                    new MemberNote(trainer, "push/day-ahead", new Ahead(number, day.name(), day.about(), date)));
        }
    }

    private WorthyDays days() {
        return templates.words(WorthyDays.FILE, WorthyDays.class);
    }

    private PushWords words() {
        return templates.words(PushWords.FILE, PushWords.class);
    }

    /** @param number of the draft */
    record Ahead(long number, String name, String about, LocalDate date) {}
}
