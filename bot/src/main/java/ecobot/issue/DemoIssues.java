package ecobot.issue;

import ecobot.TryIt;
import ecobot.calendar.WorkCalendar;
import ecobot.chat.Templates;
import ecobot.deadline.Deadlines;
import ecobot.issue.Issue.State;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty try-it database with issues of the last ten weeks, so that lists and tables have something to show. */
@Component
@TryIt
@Order(100)
class DemoIssues implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoIssues.class);
    private static final int ROWS_PER_INSERT = 100;

    private final IssueMapper mapper;
    private final MoveTable moveTable;
    private final Deadlines deadlines;
    private final WorkCalendar calendar;
    private final Roster roster;
    private final DemoStory.Words words;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Counters counters;

    DemoIssues(
            IssueMapper mapper,
            MoveTable moveTable,
            Deadlines deadlines,
            WorkCalendar calendar,
            Roster roster,
            Templates templates,
            Clock clock,
            TransactionTemplate transaction,
            Counters counters) {
        this.mapper = mapper;
        this.moveTable = moveTable;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.roster = roster;
        this.words = templates.words("issue/demo", DemoStory.Words.class);
        this.clock = clock;
        this.transaction = transaction;
        this.counters = counters;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var units = roster.rankedUnits();
        var inspectors = roster.membersWith(Role.INSPECTOR);
        if (units.isEmpty() || inspectors.isEmpty() || mapper.any()) {
            return;
        }
        var stories = new DemoStory(words, deadlines, calendar, roster, clock.instant()).write(units, inspectors);
        transaction.executeWithoutResult(status -> store(stories));
        log.info("issue: {} fictitious ones to try with", stories.size());
    }

    private void store(List<DemoStory.Told> stories) {
        for (int from = 0; from < stories.size(); from += ROWS_PER_INSERT) {
            var some = stories.subList(from, Math.min(stories.size(), from + ROWS_PER_INSERT));
            mapper.addWhole(some.stream().map(told -> IssueRow.of(told.issue())).toList());
            mapper.addWholeKinds(some.stream()
                    .flatMap(told -> told.issue().kinds().stream()
                            .map(kind -> new IssueMapper.KindRow(told.issue().number(), kind)))
                    .toList());
            mapper.addMoves(some.stream().flatMap(told -> moves(told).stream()).toList());
            some.forEach(told -> counters.filed(told.issue(), moves(told)));
        }
    }

    private List<IssueMove> moves(DemoStory.Told told) {
        var issue = told.issue();
        var line = new Line(issue.number(), moveTable);
        line.add(Move.REPORT, issue.reporterId(), issue.createdAt(), null);
        line.add(Move.ASSIGN, null, issue.createdAt(), null);
        if (told.acceptedAt() != null) {
            line.add(Move.ACCEPT, told.handledBy(), told.acceptedAt(), null);
        }
        if (told.submittedAt() != null) {
            line.add(Move.SUBMIT, told.handledBy(), told.submittedAt(), told.closing());
        }
        if (issue.closedAt() != null) {
            line.add(Move.VERIFY, told.closedBy(), issue.closedAt(), null);
        }
        return line.made;
    }

    /** The history of one issue, as the table of moves has it. */
    private static final class Line {
        private final long number;
        private final MoveTable moveTable;
        private final List<IssueMove> made = new ArrayList<>();
        private @Nullable State state;

        Line(long number, MoveTable moveTable) {
            this.number = number;
            this.moveTable = moveTable;
        }

        void add(Move move, @Nullable Long by, Instant at, @Nullable String reason) {
            var from = state;
            var row = from == null ? moveTable.first() : moveTable.from(from, move);
            var to = row.leadsTo(from == null ? State.REPORTED : from);
            made.add(new IssueMove(number, move, from, to, by, at, reason, null));
            state = to;
        }
    }
}
