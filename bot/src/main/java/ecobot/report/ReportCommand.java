package ecobot.report;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Deadlines.Outcome;
import ecobot.deadline.UnclearDeadline;
import ecobot.issue.Filing;
import ecobot.issue.Issue.Kind;
import ecobot.issue.Issues;
import ecobot.issue.NewIssue;
import ecobot.issue.UnitFinder;
import ecobot.library.ApplyingCards;
import ecobot.media.Media;
import ecobot.report.ReportQuestions.Field;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.text.Folding;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 上报: reports a problem in one's own words. What is missing is asked for, one field at a time; known problems are offered first. */
@Component
class ReportCommand implements Command {

    private final Issues issues;
    private final ReportReader reader;
    private final ReportQuestions questions;
    private final Duplicates duplicates;
    private final Filing filing;
    private final Deadlines deadlines;
    private final UnitFinder units;
    private final Roster roster;
    private final Media media;
    private final ApplyingCards cards;

    ReportCommand(
            Issues issues,
            ReportReader reader,
            ReportQuestions questions,
            Duplicates duplicates,
            Filing filing,
            Deadlines deadlines,
            UnitFinder units,
            Roster roster,
            Media media,
            ApplyingCards cards) {
        this.issues = issues;
        this.reader = reader;
        this.questions = questions;
        this.duplicates = duplicates;
        this.filing = filing;
        this.deadlines = deadlines;
        this.units = units;
        this.roster = roster;
        this.media = media;
        this.cards = cards;
    }

    @Override
    public String name() {
        return "report";
    }

    @Override
    public boolean isMeantBy(String folded) {
        return reader.isLikely(folded);
    }

    @Override
    public Reply handle(CommandCall call) {
        var readings = reader.read(call.arguments(), call.at());
        if (readings.size() > 1) {
            return fileRows(call, readings, Draft.empty(wanted(call), call.at()));
        }
        var reading = readings.get(0);
        return goOn(call, Draft.of(reading, wanted(call), call.at()), reading.deadline());
    }

    /** A refused answer takes back all that came with it, so one that brought photos is asked for again instead: their codes would be lost. */
    @Override
    public Reply resume(CommandCall call, Question question) {
        var draft = questions.draft(question).withPhotos(wanted(call));
        try {
            return answered(call, draft, question);
        } catch (UserMistake mistake) {
            if (call.photos().isEmpty()) {
                throw mistake;
            }
            return mistake.reply().asking(questions.again(question, draft));
        }
    }

    private Reply answered(CommandCall call, Draft draft, Question question) {
        return switch (Field.valueOf(question.field())) {
            case DESCRIPTION -> described(call, draft);
            case UNIT -> goOn(call, draft.withUnit(unit(call).id()), null);
            case KINDS -> goOn(call, withKinds(call, draft), null);
            case DEADLINE -> goOn(call, draft.withDeadline(deadline(call, draft)), null);
            case SAME -> sameOrNew(call, draft, question);
        };
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return filing.withdraw(call, token);
    }

    /** Asks for the next thing that is missing, or files. The default unit comes last: the description may still name one. */
    private Reply goOn(CommandCall call, Draft known, @Nullable Outcome outcome) {
        if (known.description().isEmpty()) {
            return questions.description(known);
        }
        var draft = withDefaultUnit(call, known);
        if (draft.deadlineOwed()) {
            return questions.deadline(draft, outcome == null ? Outcome.notUnderstood() : outcome);
        }
        var unitId = draft.unitId();
        if (unitId == null) {
            return questions.unit(draft, call.group());
        }
        if (draft.kinds().isEmpty()) {
            return questions.kinds(draft);
        }
        if (!draft.surelyNew()) {
            var same = duplicates.of(unitId, draft);
            if (same.isPresent()) {
                return questions.sameAs(draft, same.get());
            }
        }
        return filing.one(call, report(call, draft), advice(draft));
    }

    /** The one material that applies; more than that would bury the answer. */
    private String advice(Draft draft) {
        var kinds = draft.kinds().stream().map(Kind::name).collect(Collectors.toSet());
        return cards.cardFor(draft.description(), kinds)
                .map(card -> reader.words()
                        .card()
                        .replace("{title}", card.title())
                        .replace("{number}", Long.toString(card.id())))
                .orElse("");
    }

    private Reply described(CommandCall call, Draft draft) {
        var readings = reader.read(call.arguments(), draft.receivedAt());
        if (readings.size() > 1) {
            return fileRows(call, readings, draft);
        }
        var reading = readings.get(0);
        if (reading.description().isEmpty()) {
            throw UserMistake.of(
                    "report/ask-description",
                    new ReportQuestions.Photos(draft.photos().size()));
        }
        return goOn(call, draft.with(reading), reading.deadline());
    }

    private Unit unit(CommandCall call) {
        var named = units.only(call.arguments(), call.folded());
        return named.orElseThrow(() -> UserMistake.of("report/unit-unknown", UnknownUnit.of(call.arguments(), units)));
    }

    /** Whoever answers with a sentence says more of the problem: it is kept. */
    private Draft withKinds(CommandCall call, Draft draft) {
        var chosen = draft.withKinds(kinds(call));
        return reader.kinds().areAllOf(call.folded().strip())
                ? chosen
                : chosen.saying(
                        reader.described(draft.description(), call.arguments().strip()));
    }

    private List<Kind> kinds(CommandCall call) {
        var kinds = reader.kinds().in(call.folded());
        if (kinds.isEmpty()) {
            throw UserMistake.of("report/kinds-unknown", new Typed(call.arguments()));
        }
        return kinds;
    }

    private Deadline deadline(CommandCall call, Draft draft) {
        var outcome = reader.deadline(call.arguments(), draft.source(), call.at());
        var deadline = outcome.deadline();
        if (deadline == null) {
            throw UnclearDeadline.of(outcome).mistake();
        }
        return deadline;
    }

    /** The offered issue's number is in the words of the first choice. */
    private Reply sameOrNew(CommandCall call, Draft draft, Question question) {
        var join = question.choices().get(0).says();
        var answer = call.folded().strip();
        if (reader.words().newAnswers().contains(answer)) {
            return goOn(call, draft.surelyNewOne(), null);
        }
        if (answer.equals(Folding.fold(join)) || reader.words().joinAnswers().contains(answer)) {
            return join(call, draft, ReportQuestions.offered(question));
        }
        throw UserMistake.of("report/same-or-new", new Typed(call.arguments()));
    }

    private Reply join(CommandCall call, Draft draft, long number) {
        var joined = issues.join(number, draft.description(), draft.photos(), call.member(), call.inboxId(), call.at());
        return Reply.of(
                "report/joined", new Joined(joined.number(), draft.photos().size()));
    }

    /** For a report that names no unit: the group's only one; else the reporter's own, when it is one that answers for problems. */
    private Draft withDefaultUnit(CommandCall call, Draft draft) {
        if (draft.unitId() != null || draft.unknownUnit() != null) {
            return draft;
        }
        var group = call.group();
        var own = call.member().unit();
        if (group != null && group.unitIds().size() == 1) {
            return draft.withUnit(group.unitIds().get(0));
        }
        return own != null && own.ranked() ? draft.withUnit(own.id()) : draft;
    }

    /** @param before what was said before all of them */
    private Reply fileRows(CommandCall call, List<Reading> readings, Draft before) {
        var drafts = readings.stream()
                .map(reading ->
                        Draft.of(reading, List.of(), before.receivedAt()).orFrom(before))
                .map(draft -> withDefaultUnit(call, draft))
                .toList();
        var faults = IntStream.range(0, readings.size())
                .mapToObj(i -> RowFault.of(i + 1, drafts.get(i)))
                .filter(RowFault::isFault)
                .toList();
        if (!faults.isEmpty()) {
            throw UserMistake.of("report/rows-refused", new RowsRefused(faults.size(), faults));
        }
        return filing.many(
                call, drafts.stream().map(draft -> report(call, draft)).toList());
    }

    private NewIssue report(CommandCall call, Draft draft) {
        var group = call.group();
        var deadline = draft.deadline();
        return new NewIssue(
                Objects.requireNonNull(draft.unitId()),
                call.member().id(),
                group == null ? null : group.id(),
                draft.source(),
                draft.kinds().isEmpty() ? List.of(Kind.OTHER) : draft.kinds(),
                draft.place(),
                draft.description(),
                deadline == null ? deadlines.byDefault(draft.source(), draft.receivedAt()) : deadline,
                draft.photos(),
                call.at(),
                null,
                call.inboxId());
    }

    /** The photos' codes do not live long, so they are asked for whatever comes of the report. */
    private List<Long> wanted(CommandCall call) {
        return call.photos().stream()
                .map(code -> media.want(call.message().robotCode(), code))
                .toList();
    }

    record Typed(String typed) {}

    record Joined(long number, int photos) {}

    record RowsRefused(int count, List<RowFault> rows) {}

    /** What is wrong with a row: several may be. */
    record RowFault(int row, boolean noText, String unknownUnit, boolean noUnit, boolean badDeadline) {

        static RowFault of(int row, Draft draft) {
            var unknown = draft.unknownUnit();
            return new RowFault(
                    row,
                    draft.description().isEmpty(),
                    unknown == null ? "" : unknown,
                    unknown == null && draft.unitId() == null,
                    draft.deadlineOwed());
        }

        boolean isFault() {
            return noText || noUnit || badDeadline || !unknownUnit.isEmpty();
        }
    }
}
