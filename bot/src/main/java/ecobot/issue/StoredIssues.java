package ecobot.issue;

import ecobot.chat.UserMistake;
import ecobot.issue.Issue.State;
import ecobot.issue.IssueMapper.NewId;
import ecobot.issue.IssuePhoto.Moment;
import ecobot.roster.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues as rows. A refusal is thrown before anything is written, so it does not spoil the caller's transaction. */
@Component
@Transactional(noRollbackFor = UserMistake.class)
class StoredIssues implements Issues {

    /** What the column holds. */
    private static final int LONGEST_REASON = 500;

    private final IssueMapper mapper;
    private final MoveTable moveTable;
    private final MoveRefusals refusals;

    StoredIssues(IssueMapper mapper, MoveTable moveTable, MoveRefusals refusals) {
        this.mapper = mapper;
        this.moveTable = moveTable;
        this.refusals = refusals;
    }

    @Override
    public Issue report(NewIssue issue) {
        var reported = moveTable.first();
        var assigned = moveTable.from(reported.to(), Move.ASSIGN);
        var id = new NewId();
        mapper.add(issue, assigned.to(), id);
        mapper.addKinds(id.value(), issue.kinds());
        if (!issue.photos().isEmpty()) {
            mapper.addPhotos(id.value(), Moment.BEFORE, issue.photos(), issue.reportedAt());
        }
        mapper.addMoves(List.of(
                new IssueMove(
                        id.value(),
                        reported.move(),
                        null,
                        reported.to(),
                        issue.reporterId(),
                        issue.reportedAt(),
                        null,
                        issue.inboxId()),
                new IssueMove(
                        id.value(),
                        assigned.move(),
                        reported.to(),
                        assigned.to(),
                        null,
                        issue.reportedAt(),
                        null,
                        issue.inboxId())));
        return byNumber(id.value()).orElseThrow();
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

    @Override
    public Issue move(long number, Move move, Member by, @Nullable String reason, @Nullable Long inboxId, Instant at) {
        var row = mapper.lock(number);
        if (row == null) {
            throw refusals.unknownNumber(number);
        }
        var issue = row.toIssue();
        var attempt = new Attempt(issue, by, reason, mapper.lockMoves(number), mapper.photos(number));
        var allowed = moveTable.find(issue.state(), move).orElseThrow(() -> refusals.wrongState(attempt, move));
        if (!allowed.mayBeMadeBy(attempt)) {
            throw refusals.wrongPerson(attempt, allowed);
        }
        var missing = allowed.missingIn(attempt);
        if (!missing.isEmpty()) {
            throw refusals.missing(attempt, allowed, missing);
        }
        if (mapper.setState(number, issue.state(), allowed.to(), allowed.to() == State.CLOSED ? at : null) != 1) {
            throw new IllegalStateException("issue " + number + " changed although it was locked");
        }
        mapper.addMoves(
                List.of(new IssueMove(number, move, issue.state(), allowed.to(), by.id(), at, reason, inboxId)));
        return byNumber(number).orElseThrow();
    }

    @Override
    public Issue join(
            long number, String description, List<Long> photos, Member by, @Nullable Long inboxId, Instant at) {
        var reason = description.length() > LONGEST_REASON ? description.substring(0, LONGEST_REASON) : description;
        var joined = move(number, Move.JOIN, by, reason, inboxId, at);
        var known = mapper.photos(number).stream().map(IssuePhoto::fetchId).toList();
        var added = photos.stream().filter(id -> !known.contains(id)).toList();
        if (!added.isEmpty()) {
            mapper.addPhotos(number, Moment.BEFORE, added, at);
        }
        return joined;
    }

    @Override
    @Transactional(readOnly = true)
    public List<UnitFigures> figures(Instant from, Instant to, Instant now) {
        return mapper.figures(from, to, now);
    }
}
