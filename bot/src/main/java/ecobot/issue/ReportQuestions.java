package ecobot.issue;

import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.issue.Deadlines.Outcome;
import ecobot.issue.Issue.Kind;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The questions that a report may need, one field at a time. */
@Component
class ReportQuestions {

    private final Roster roster;
    private final IssueWords issueWords;
    private final IssueViews views;
    private final ReportWords words;
    private final JsonMapper json;

    ReportQuestions(Roster roster, IssueWords issueWords, IssueViews views, ReportReader reader, JsonMapper json) {
        this.roster = roster;
        this.issueWords = issueWords;
        this.views = views;
        this.words = reader.words();
        this.json = json;
    }

    Reply description(Draft draft) {
        return ask(
                Field.DESCRIPTION,
                draft,
                "issue/ask-description",
                new Photos(draft.photos().size()),
                List.of());
    }

    /**
     * Which unit answers for it.
     *
     * @param unknown what was typed for a unit that there is not; null when none was
     */
    Reply unit(Draft draft, @Nullable Group group, @Nullable String unknown) {
        var choices = unitsOf(group).stream()
                .map(unit -> new Choice(unit.name(), unit.name()))
                .toList();
        return ask(
                Field.UNIT, draft, "issue/ask-unit", new UnitAsked(Objects.requireNonNullElse(unknown, "")), choices);
    }

    Reply kinds(Draft draft) {
        var choices = Arrays.stream(Kind.values())
                .map(kind -> issueWords.of(List.of(kind)))
                .map(name -> new Choice(name, name))
                .toList();
        return ask(Field.KINDS, draft, "issue/ask-kinds", new KindsAsked(draft.description()), choices);
    }

    Reply deadline(Draft draft, Outcome outcome) {
        var choices = words.deadlineOffers().stream()
                .map(offer -> new Choice(offer, offer))
                .toList();
        return ask(Field.DEADLINE, draft, "issue/ask-deadline", DeadlineAsked.of(outcome), choices);
    }

    Reply sameAs(Draft draft, Issue known) {
        var choices = List.of(
                new Choice(words.joinLabel(), words.joinAnswers().get(0) + " " + known.number()),
                new Choice(words.newLabel(), words.newAnswers().get(0)));
        return ask(Field.SAME, draft, "issue/ask-same", views.line(known, draft.receivedAt()), choices);
    }

    private List<Unit> unitsOf(@Nullable Group group) {
        var bound = group == null
                ? List.<Unit>of()
                : group.unitIds().stream()
                        .flatMap(id -> roster.unit(id).stream())
                        .filter(unit -> unit.kind() != Unit.Kind.BUREAU)
                        .toList();
        return bound.isEmpty() ? roster.rankedUnits() : bound;
    }

    private Reply ask(Field field, Draft draft, String template, Object view, List<Choice> choices) {
        return Reply.of(template, view).asking(new Question(field.name(), json.writeValueAsString(draft), choices));
    }

    /** The same question, about what is known meanwhile. */
    Question again(Question question, Draft draft) {
        return new Question(question.field(), json.writeValueAsString(draft), question.choices());
    }

    Draft draft(Question question) {
        return json.readValue(question.draft(), Draft.class);
    }

    /** What is asked for. */
    enum Field {
        DESCRIPTION,
        UNIT,
        KINDS,
        DEADLINE,
        SAME
    }

    record Photos(int photos) {}

    record UnitAsked(String unknown) {}

    record KindsAsked(String description) {}

    /** Exactly one of the flags is true. */
    record DeadlineAsked(
            boolean noSuchDay,
            boolean past,
            boolean tooFar,
            boolean notUnderstood,
            @Nullable LocalDate day) {
        static DeadlineAsked of(Outcome outcome) {
            var fault = outcome.fault();
            return new DeadlineAsked(
                    fault == Deadlines.Fault.NO_SUCH_DAY,
                    fault == Deadlines.Fault.PAST,
                    fault == Deadlines.Fault.TOO_FAR,
                    fault == Deadlines.Fault.NOT_UNDERSTOOD,
                    outcome.day());
        }
    }
}
