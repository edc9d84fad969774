package ecobot.issue;

import ecobot.chat.UserMistake;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Extension;
import ecobot.issue.IssueMapper.NewId;
import ecobot.media.Media;
import ecobot.roster.Member;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes moves. The issue is locked first, so of two people who act at once one is first and the other is judged by what it is then. A refusal is
 * thrown before anything is written.
 */
@Component
class Mover {

    /** What the column holds. */
    static final int LONGEST_REASON = 500;

    /** What concerns this issue alone, so that going back to how it was before takes all of it back. */
    private static final Set<Move> TAKEN_BACK_WHOLLY = EnumSet.of(
            Move.ASSIGN,
            Move.ACCEPT,
            Move.RETURN,
            Move.REROUTE,
            Move.REJECT,
            Move.SUBMIT,
            Move.SEND_BACK,
            Move.VERIFY,
            Move.REOPEN,
            Move.RECHECK_PASS,
            Move.RECHECK_FAIL);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final IssueMapper issues;
    private final ExtensionMapper extensions;
    private final MoveTable moveTable;
    private final MoveRefusals refusals;
    private final Transitions transitions;
    private final Deadlines deadlines;
    private final Media media;
    private final Counters counters;

    Mover(
            IssueMapper issues,
            ExtensionMapper extensions,
            MoveTable moveTable,
            MoveRefusals refusals,
            Transitions transitions,
            Deadlines deadlines,
            Media media,
            Counters counters) {
        this.issues = issues;
        this.extensions = extensions;
        this.moveTable = moveTable;
        this.refusals = refusals;
        this.transitions = transitions;
        this.deadlines = deadlines;
        this.media = media;
        this.counters = counters;
    }

    /** Whether a move concerns its issue alone, so that it can be taken back. */
    static boolean isTakenBackWholly(Move move) {
        return TAKEN_BACK_WHOLLY.contains(move);
    }

    /** @throws UserMistake when there is no such issue */
    Issue locked(long number) {
        return Optional.ofNullable(issues.lock(number))
                .map(IssueRow::toIssue)
                .orElseThrow(() -> refusals.unknownNumber(number));
    }

    /** Makes a move, whatever follows from it for other issues left aside. */
    Made make(Issue issue, Step step, @Nullable Issue other) {
        var attempt = attempt(issue, step, other);
        var allowed =
                moveTable.find(issue.state(), step.move()).orElseThrow(() -> refusals.wrongState(attempt, step.move()));
        if (!allowed.mayBeMadeBy(attempt)) {
            throw refusals.wrongPerson(attempt, allowed);
        }
        var missing = allowed.missingIn(attempt);
        if (!missing.isEmpty()) {
            throw refusals.missing(attempt, allowed, missing);
        }
        refuseExtensionThatDoesNotFit(attempt);
        refuseToReopenTheWholeOfParts(attempt);
        return carryOut(attempt, allowed);
    }

    /** Takes the last move back, if it is the one that {@code moveId} names. */
    Made takeBack(Issue issue, long moveId, Step step) {
        var last = issues.lockLastMove(issue.number());
        var before = last.beforeCourse();
        if (last.id() != moveId || before == null) {
            throw refusals.wrongState(attempt(issue, step, null), step.move());
        }
        var after = write(issue, JSON.readValue(before, Course.class));
        var history = issues.lockMoves(issue.number());
        var id = record(issue, after, history, step, null);
        var undone = StandingMoves.last(history);
        if (undone.memberId() != null) {
            extensions.waitAgain(issue.number(), undone.memberId(), undone.movedAt());
        }
        return new Made(issue, after, id);
    }

    /** Adds a line to the history that leaves the issue as it is, and the photos that come with it. */
    void note(Issue issue, Step step) {
        record(issue, issue, issues.lockMoves(issue.number()), step, null);
        addPhotos(issue.number(), step);
    }

    /** Adds photos that it does not have yet. One that it has, and that is sent once more, is as good as a new one. */
    void addPhotos(long number, Step step) {
        var known = issues.photos(number).stream().map(IssuePhoto::fetchId).toList();
        step.photos().stream().filter(known::contains).forEach(id -> issues.bringAgain(number, id, step.at()));
        var added = step.photos().stream()
                .filter(id -> !known.contains(id))
                .distinct()
                .toList();
        if (!added.isEmpty()) {
            issues.addPhotos(number, Objects.requireNonNull(step.moment()), added, step.at());
        }
    }

    private Made carryOut(Attempt attempt, AllowedMove allowed) {
        var issue = attempt.issue();
        var step = attempt.step();
        var after = write(issue, transitions.after(attempt, allowed));
        var before = isTakenBackWholly(step.move()) ? JSON.writeValueAsString(issue.course()) : null;
        var moveId = record(issue, after, attempt.history(), step, before);
        addPhotos(issue.number(), step);
        keepExtension(attempt);
        return new Made(issue, after, moveId);
    }

    private Issue write(Issue issue, Course course) {
        if (issues.setCourse(issue.number(), issue.state(), course) != 1) {
            throw new IllegalStateException("issue " + issue.number() + " changed although it was locked");
        }
        return Objects.requireNonNull(issues.byId(issue.number())).toIssue();
    }

    /** Adds the line of the history, and counts what it and the move have changed. */
    private long record(Issue issue, Issue after, List<IssueMove> history, Step step, @Nullable String before) {
        var id = new NewId();
        var line = new IssueMove(
                issue.number(),
                step.move(),
                issue.state(),
                after.state(),
                Optional.ofNullable(step.by()).map(Member::id).orElse(null),
                step.at(),
                shortened(step.reason()),
                step.inboxId());
        issues.addMove(line, before, id);
        counters.moved(issue, after, history, line);
        return id.value();
    }

    private Attempt attempt(Issue issue, Step step, @Nullable Issue other) {
        var assignedAt = issue.course().assignedAt();
        var history = issues.lockMoves(issue.number());
        var evidence = Evidence.by(history);
        return new Attempt(
                issue,
                step,
                history,
                issues.photos(issue.number()).stream()
                        .filter(photo -> evidence.counts(photo.moment(), photo.addedAt()))
                        .filter(this::mayBeEvidence)
                        .toList(),
                extensions.lockOf(issue.number()),
                assignedAt == null ? null : deadlines.returnableUntil(assignedAt),
                other);
    }

    /** A photo that could not be fetched proves nothing. */
    private boolean mayBeEvidence(IssuePhoto photo) {
        return media.fetch(photo.fetchId()).state() != Media.Fetch.State.FAILED;
    }

    private void refuseExtensionThatDoesNotFit(Attempt attempt) {
        var asked = switch (attempt.step().move()) {
            case ASK_EXTENSION -> Optional.ofNullable(attempt.step().extension());
            case GRANT_EXTENSION -> attempt.askedExtension().map(AskedExtension::span);
            default -> Optional.<Step.Span>empty();
        };
        asked.map(span -> deadlines.extension(attempt.issue().deadline(), span.amount(), span.unit()))
                .filter(Extension.Refused.class::isInstance)
                .map(Extension.Refused.class::cast)
                .ifPresent(impossible -> {
                    throw refusals.extension(attempt, impossible);
                });
    }

    /** It is open when one of its parts is, and would be nobody's by itself. */
    private void refuseToReopenTheWholeOfParts(Attempt attempt) {
        if (attempt.step().move() == Move.REOPEN) {
            var parts = issues.childrenOf(attempt.issue().number()).stream()
                    .map(IssueRow::toIssue)
                    .toList();
            if (!parts.isEmpty()) {
                throw refusals.hasParts(attempt, parts);
            }
        }
    }

    /** A wish ends with what it was about: the unit that had it, or the days that it was to add to. */
    private void keepExtension(Attempt attempt) {
        var step = attempt.step();
        var by = step.by();
        switch (step.move()) {
            case ASK_EXTENSION -> {
                var span = Objects.requireNonNull(step.extension());
                extensions.ask(
                        attempt.issue().number(),
                        span.amount(),
                        span.unit(),
                        Objects.requireNonNull(by).id(),
                        step.at());
            }
            case GRANT_EXTENSION, REFUSE_EXTENSION ->
                extensions.decide(
                        attempt.askedExtension().orElseThrow().id(),
                        step.move() == Move.GRANT_EXTENSION,
                        Objects.requireNonNull(by).id(),
                        step.at());
            case ASSIGN, REROUTE, RETURN, REJECT, VERIFY, REOPEN, RECHECK_FAIL, MERGE, SPLIT ->
                attempt.askedExtension()
                        .ifPresent(asked -> extensions.decide(
                                asked.id(), false, Objects.requireNonNull(by).id(), step.at()));
            default -> {
                // Other moves leave extensions alone.
            }
        }
    }

    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    /** A move that was made. */
    record Made(Issue before, Issue after, long moveId) {}
}
