package ecobot.issue;

import ecobot.calendar.CalendarChanged;
import ecobot.calendar.CalendarNotices;
import ecobot.calendar.DatedByCalendar;
import ecobot.calendar.WorkCalendar;
import ecobot.database.InRounds;
import ecobot.database.Rounds;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadlines;
import ecobot.issue.DeadlineMapper.Counted;
import ecobot.issue.DeadlineMapper.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works the dates of open issues out anew when the calendar was changed, on whichever node: one transaction for all of them, their lines in the
 * history, their todos and cards, and the messages. A row that all nodes lock first says which calendar they were worked out by, so it is done once. It is
 * done once more a while later, for issues that came in by the calendar that another node still had in memory.
 */
@Component
class Redating implements DatedByCalendar, InRounds {

    private static final Logger log = LoggerFactory.getLogger(Redating.class);

    private static final Duration EVERY = Duration.ofSeconds(30);
    /** Longer than a node remembers the calendar. */
    private static final Duration MEMORY = Duration.ofMinutes(2);

    private static final int AT_A_TIME = 500;

    private final DeadlineMapper deadlineRows;
    private final IssueMapper issueRows;
    private final Deadlines deadlines;
    private final CalendarNotices notices;
    private final RedatingNotes notes;
    private final Counters counters;
    private final RedatedExtras extras;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Clock machineClock;
    private final Rounds rounds = new Rounds("issue-redating", EVERY, this::look);

    Redating(
            DeadlineMapper deadlineRows,
            IssueMapper issueRows,
            Deadlines deadlines,
            CalendarNotices notices,
            RedatingNotes notes,
            Counters counters,
            RedatedExtras extras,
            TransactionTemplate transaction,
            Clock clock,
            @Qualifier("machineClock") Clock machineClock) {
        this.deadlineRows = deadlineRows;
        this.issueRows = issueRows;
        this.deadlines = deadlines;
        this.notices = notices;
        this.notes = notes;
        this.counters = counters;
        this.extras = extras;
        this.transaction = transaction;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    @EventListener
    void on(CalendarChanged changed) {
        rounds.nudge();
    }

    @Override
    public int movedBy(WorkCalendar proposed) {
        return deadlineRows.counted().stream()
                .filter(counted -> moves(counted, proposed))
                .mapToInt(Counted::issues)
                .sum();
    }

    /** Does what is to be done now; nothing when it was done. */
    void look() {
        var now = machineClock.instant();
        if (deadlineRows.progress().isDone(notices.version(), now)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            long version = notices.version();
            var progress = deadlineRows.lockProgress();
            if (!progress.isDone(version, now)) {
                boolean again = progress.version() == version;
                var moved = redate(notices.now());
                notes.tell("redated:" + version + (again ? ":again" : ""), moved);
                deadlineRows.done(version, again ? null : now.plus(MEMORY));
                log.info("issue: {} dates moved with the calendar", moved.size());
            }
        });
    }

    private List<Moved> redate(WorkCalendar calendar) {
        var moved = new ArrayList<Moved>();
        for (var counted : deadlineRows.counted()) {
            if (moves(counted, calendar)) {
                var fresh = Deadlines.again(counted.deadline(), calendar);
                var held = deadlineRows.lock(counted);
                for (int from = 0; from < held.size(); from += AT_A_TIME) {
                    store(held.subList(from, Math.min(held.size(), from + AT_A_TIME)), counted, fresh);
                }
                held.forEach(issue -> moved.add(new Moved(issue.id(), issue.unitId(), counted.dueOn(), fresh.dueOn())));
            }
        }
        return moved;
    }

    private void store(List<Held> issues, Counted old, Deadline fresh) {
        var at = clock.instant();
        var reason = deadlines.redated(old.dueOn(), fresh.dueOn());
        var numbers = issues.stream().map(Held::id).toList();
        var before = extras.before(numbers);
        deadlineRows.redate(numbers, fresh.dueOn(), fresh.dueAt());
        issueRows.addMoves(issues.stream().map(issue -> line(issue, at, reason)).toList());
        extras.follow(before, at);
        counters.change(Contribution.sum(issues.stream()
                .map(issue -> Contribution.redated(issue.unitId(), issue.kindList(), old.dueAt(), fresh.dueAt()))
                .toList()));
    }

    private static IssueMove line(Held issue, Instant at, String reason) {
        return new IssueMove(issue.id(), Move.REDATED, issue.state(), issue.state(), null, at, reason, null);
    }

    private static boolean moves(Counted counted, WorkCalendar calendar) {
        return !Deadlines.again(counted.deadline(), calendar).dueOn().equals(counted.dueOn());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    /** An issue whose date moved. */
    record Moved(long number, long unitId, java.time.LocalDate from, java.time.LocalDate to) {}
}
