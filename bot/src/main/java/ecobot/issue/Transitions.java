package ecobot.issue;

import ecobot.calendar.WorkCalendar;
import ecobot.chat.Templates;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Extension;
import ecobot.deadline.Source;
import ecobot.issue.Course.Completion;
import ecobot.issue.Course.Truth;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an allowed move makes of an issue's course. Reads, never writes. */
@Component
class Transitions {

    /** Their dates are the law's or the superior's, whichever unit answers. */
    private static final Set<Source> DATED_FROM_OUTSIDE = Set.of(Source.PETITION, Source.HOTLINE, Source.SUPERIOR);

    private final Deadlines deadlines;
    private final WorkCalendar calendar;
    private final Roster roster;
    private final ClosingRules rules;

    Transitions(Deadlines deadlines, WorkCalendar calendar, Roster roster, Templates templates) {
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.roster = roster;
        this.rules = templates.words("issue/closing", ClosingRules.class);
    }

    Course after(Attempt attempt, AllowedMove allowed) {
        var issue = attempt.issue();
        var step = attempt.step();
        var course = issue.course().in(allowed.leadsTo(issue.state()));
        return switch (step.move()) {
            case ASSIGN, REROUTE -> given(issue, course, step);
            case ACCEPT -> course.takenOnBy(Objects.requireNonNull(step.by()).id(), accepted(attempt));
            case RETURN -> course.leftWith(coordinator(issue));
            case REJECT -> course.found(Truth.FALSE);
            case VERIFY ->
                course.closed(
                        step.at(),
                        Objects.requireNonNullElse(step.truth(), Truth.TRUE),
                        Objects.requireNonNullElse(step.completion(), Completion.WHOLE),
                        recheckOn(step.at()));
            case GRANT_EXTENSION -> course.by(granted(attempt));
            case REOPEN -> reopened(issue, course.open(anew(issue, step.at())));
            case RECHECK_FAIL -> course.open(anew(issue, step.at()));
            case RECHECK_PASS -> course.rechecked();
            case MERGE -> course.mergedInto(Objects.requireNonNull(step.other()));
            case SPLIT -> course.leftWith(coordinator(issue));
            case CLOSE_WITH_CHILDREN -> course.closed(step.at(), null, null, null);
            case RESUME_WITH_CHILD -> course.open(issue.deadline());
            case REPORT,
                    SUBMIT,
                    SEND_BACK,
                    ASK_EXTENSION,
                    REFUSE_EXTENSION,
                    JOIN,
                    ADD_PHOTO,
                    NUDGE,
                    WITHDRAW,
                    TAKE_BACK,
                    LOCATE,
                    REDATED -> course;
        };
    }

    /** It is accepted once, whichever unit is the first: another one that signs for it later has no more days of the law's. */
    private Deadline accepted(Attempt attempt) {
        var deadline = attempt.issue().deadline();
        return attempt.wasAcceptedBefore()
                ? deadline
                : deadlines.onAcceptance(deadline, attempt.step().at());
    }

    /** The later date that was asked for; an extension is measured anew when it is granted, for the calendar may have changed. */
    private Deadline granted(Attempt attempt) {
        var asked = attempt.askedExtension().orElseThrow();
        var extension = deadlines.extension(attempt.issue().deadline(), asked.amount(), asked.unit());
        return extension instanceof Extension.Possible possible
                ? possible.deadline()
                : attempt.issue().deadline();
    }

    /** What the bureau itself has is nobody's to put right: it is to be assigned first, which {@code moves.yml} cannot say. */
    private Course reopened(Issue issue, Course course) {
        return bureau().filter(id -> id == issue.unitId()).isPresent()
                ? course.in(Issue.State.REPORTED).leftWith(issue.unitId())
                : course;
    }

    /** A unit that gets an issue late has as long as the first one had, unless the date comes from outside or was typed as one. */
    private Course given(Issue issue, Course course, Step step) {
        var share = step.units().get(0);
        var deadline = share.deadline();
        return course.givenTo(
                share.unitId(),
                deadline == null ? forNewUnit(issue, step.at()) : deadline.extendableLike(issue.deadline()),
                step.at());
    }

    private Deadline forNewUnit(Issue issue, Instant at) {
        var deadline = issue.deadline();
        if (DATED_FROM_OUTSIDE.contains(issue.source())) {
            return deadline;
        }
        if (deadline.amount() > 0) {
            return deadlines.startedAnew(deadline, at);
        }
        return deadline.dueAt().isAfter(at) ? deadline : anew(issue, at);
    }

    private Deadline anew(Issue issue, Instant at) {
        return deadlines.byDefault(issue.source(), at);
    }

    /** Who answers while no unit does: the bureau, if the roster has one. */
    private long coordinator(Issue issue) {
        return bureau().orElse(issue.unitId());
    }

    private Optional<Long> bureau() {
        return roster.units().stream()
                .filter(unit -> unit.kind() == Unit.Kind.BUREAU)
                .map(Unit::id)
                .findFirst();
    }

    /** The first working day on or after so many days. */
    private LocalDate recheckOn(Instant closedAt) {
        var day = Deadlines.dayOf(closedAt).plusDays(rules.recheckAfterDays());
        return calendar.isWorkingDay(day) ? day : calendar.plusWorkingDays(day, 1);
    }

    /** {@code templates/issue/closing.yml}. */
    record ClosingRules(int recheckAfterDays) {
        ClosingRules {
            if (recheckAfterDays < 1) {
                throw new IllegalArgumentException("recheckAfterDays: 1 or more");
            }
        }
    }
}
