package ecobot.report;

import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.deadline.Deadlines.Outcome;
import ecobot.deadline.UnclearDeadline;
import ecobot.issue.Issue;
import ecobot.issue.Issue.Kind;
import ecobot.issue.IssueViews;
import ecobot.issue.UnitFinder;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The questions that a report may need, one field at a time. */
@Component
class ReportQuestions {

    private final Roster roster;
    private final UnitFinder units;
    private final IssueViews views;
    private final ReportWords words;
    private final JsonMapper json;

    ReportQuestions(Roster roster, UnitFinder units, IssueViews views, ReportReader reader, JsonMapper json) {
        this.roster = roster;
        this.units = units;
        this.views = views;
        this.words = reader.words();
        this.json = json;
    }

    Reply description(Draft draft) {
        return ask(
                Field.DESCRIPTION,
                draft,
                "report/ask-description",
                new Photos(draft.photos().size()),
                List.of());
    }

    /** Which unit answers for it: what was probably meant comes first. */
    Reply unit(Draft draft, @Nullable Group group) {
        var typed = Objects.requireNonNullElse(draft.unknownUnit(), "");
        var choices = Stream.concat(near(typed), unitsOf(group).stream())
                .distinct()
                .map(unit -> new Choice(unit.name(), unit.name()))
                .toList();
        return ask(Field.UNIT, draft, "report/ask-unit", UnknownUnit.of(typed, units), choices);
    }

    Reply kinds(Draft draft) {
        var choices = Arrays.stream(Kind.values())
                .map(kind -> views.kinds(List.of(kind)))
                .map(name -> new Choice(name, name))
                .toList();
        return ask(Field.KINDS, draft, "report/ask-kinds", new KindsAsked(draft.description()), choices);
    }

    Reply deadline(Draft draft, Outcome outcome) {
        var choices = words.deadlineOffers().stream()
                .map(offer -> new Choice(offer, offer))
                .toList();
        return ask(Field.DEADLINE, draft, UnclearDeadline.TEMPLATE, UnclearDeadline.of(outcome), choices);
    }

    Reply sameAs(Draft draft, Issue known) {
        var choices = List.of(
                new Choice(words.joinLabel(), words.joinAnswers().get(0) + " " + known.number()),
                new Choice(words.newLabel(), words.newAnswers().get(0)));
        return ask(Field.SAME, draft, "report/ask-same", views.line(known, draft.receivedAt()), choices);
    }

    /** The number of the known issue that {@link #sameAs} offered. */
    static long offered(Question question) {
        var says = question.choices().get(0).says();
        return Long.parseLong(says.substring(says.lastIndexOf(' ') + 1));
    }

    private Stream<Unit> near(String typed) {
        return typed.isEmpty() ? Stream.empty() : units.near(typed).stream();
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

    record KindsAsked(String description) {}
}
