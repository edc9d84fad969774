package ecobot.issue;

import ecobot.TryIt;
import ecobot.calendar.WorkCalendar;
import ecobot.chat.Templates;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

    DemoIssues(
            IssueMapper mapper,
            MoveTable moveTable,
            Deadlines deadlines,
            WorkCalendar calendar,
            Roster roster,
            Templates templates,
            Clock clock,
            TransactionTemplate transaction) {
        this.mapper = mapper;
        this.moveTable = moveTable;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.roster = roster;
        this.words = templates.words("issue/demo", DemoStory.Words.class);
        this.clock = clock;
        this.transaction = transaction;
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
            mapper.addWhole(some.stream().map(DemoStory.Told::row).toList());
            mapper.addWholeKinds(some.stream()
                    .flatMap(told -> told.kinds().stream()
                            .map(kind -> new IssueMapper.KindRow(told.row().id(), kind)))
                    .toList());
            mapper.addMoves(some.stream().flatMap(told -> moves(told).stream()).toList());
        }
    }

    private List<IssueMove> moves(DemoStory.Told told) {
        var row = told.row();
        var reported = moveTable.first();
        var assigned = moveTable.from(reported.to(), Move.ASSIGN);
        var moves = new ArrayList<IssueMove>();
        moves.add(new IssueMove(
                row.id(), reported.move(), null, reported.to(), row.reporterId(), row.createdAt(), null, null));
        moves.add(new IssueMove(
                row.id(), assigned.move(), reported.to(), assigned.to(), null, row.createdAt(), null, null));
        var closedAt = row.closedAt();
        if (closedAt != null) {
            moves.add(new IssueMove(
                    row.id(), Move.CLOSE, assigned.to(), row.state(), told.closedBy(), closedAt, told.closing(), null));
        }
        return moves;
    }
}
