package ecobot.issue;

import ecobot.chat.UserMistake;
import ecobot.issue.Issue.State;
import ecobot.issue.IssuePhoto.Moment;
import ecobot.issue.Waiting.Heap;
import ecobot.roster.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues as rows. A refusal is thrown before anything is written, so it does not spoil the caller's transaction. */
@Component
@Transactional(noRollbackFor = UserMistake.class)
class StoredIssues implements Issues {

    private final IssueMapper mapper;
    private final MoveTable moveTable;
    private final Mover mover;
    private final Family family;
    private final Tally tally;
    private final List<Aftermath> aftermath;

    StoredIssues(
            IssueMapper mapper,
            MoveTable moveTable,
            Mover mover,
            Family family,
            Tally tally,
            List<Aftermath> aftermath) {
        this.mapper = mapper;
        this.moveTable = moveTable;
        this.mover = mover;
        this.family = family;
        this.tally = tally;
        this.aftermath = List.copyOf(aftermath);
    }

    @Override
    public Issue report(NewIssue issue) {
        var stored = family.store(issue, null);
        aftermath.forEach(each -> each.began(stored));
        return stored;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Issue> byNumber(long number) {
        return Optional.ofNullable(mapper.byId(number)).map(IssueRow::toIssue);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Issue> open(IssueFilter filter, int limit) {
        return filter.isVain()
                ? List.of()
                : mapper.open(filter, limit).stream().map(IssueRow::toIssue).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public int countOpen(IssueFilter filter) {
        return filter.isVain() ? 0 : mapper.countOpen(filter);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Issue> reportedBy(long memberId, int limit) {
        return mapper.reportedBy(memberId, limit).stream()
                .map(IssueRow::toIssue)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public int countReportedBy(long memberId) {
        return mapper.countReportedBy(memberId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Issue> newestOpen(long unitId, int limit) {
        return mapper.newestOpen(unitId, limit).stream().map(IssueRow::toIssue).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<IssueMove> history(long number) {
        return mapper.moves(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<IssuePhoto> photos(long number) {
        return mapper.photos(number);
    }

    /** Two issues are locked in the order of their numbers, so that two such moves cannot wait for each other. */
    @Override
    public Moved move(long number, Step step) {
        var named = step.other();
        if (named != null && named < number && mapper.lock(named) != null) {
            return move(number, step, mover.locked(named));
        }
        return move(number, step, null);
    }

    private Moved move(long number, Step step, @Nullable Issue lockedOther) {
        var issue = mover.locked(number);
        var named = step.other();
        var other = lockedOther != null || named == null
                ? lockedOther
                : Optional.ofNullable(mapper.lock(named)).map(IssueRow::toIssue).orElse(null);
        return moved(mover.make(issue, step, other), step);
    }

    @Override
    public Moved takeBack(long number, long moveId, Member by, @Nullable Long inboxId, Instant at) {
        var step = Step.of(Move.TAKE_BACK, by, inboxId, at);
        return moved(mover.takeBack(mover.locked(number), moveId, step), step);
    }

    private Moved moved(Mover.Made made, Step step) {
        var others = family.follow(made, step);
        aftermath.forEach(each -> each.moved(made.before(), made.after(), step, made.moveId()));
        if (step.move() == Move.SPLIT) {
            others.forEach(other -> aftermath.forEach(each -> each.began(other)));
        }
        return new Moved(made.before(), made.after(), made.moveId(), others);
    }

    @Override
    public Issue join(
            long number, String description, List<Long> photos, Member by, @Nullable Long inboxId, Instant at) {
        var step = Step.of(Move.JOIN, by, inboxId, at).saying(description).showing(Moment.BEFORE, photos);
        return move(number, step).after();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Issue> movable(Move move, @Nullable Long unitId, int limit) {
        var states = moveTable.statesBefore(move).stream().filter(State::isOpen).toList();
        return states.isEmpty()
                ? List.of()
                : mapper.newestIn(unitId, states, limit).stream()
                        .map(IssueRow::toIssue)
                        .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Waiting waiting(LocalDate today, int limit) {
        return new Waiting(
                heap(State.REPORTED, limit),
                heap(State.SUBMITTED, limit),
                new Heap(mapper.countToRecheck(today), issues(mapper.toRecheck(today, limit))));
    }

    private Heap heap(State state, int limit) {
        return new Heap(mapper.countIn(state), issues(mapper.oldestIn(state, limit)));
    }

    private static List<Issue> issues(List<IssueRow> rows) {
        return rows.stream().map(IssueRow::toIssue).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Issue> partsOf(long number) {
        return mapper.childrenOf(number).stream().map(IssueRow::toIssue).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<UnitFigures> figures(Instant from, Instant to, Instant now) {
        return tally.of(TallySpan.of(from, to, now));
    }
}
