package ecobot.training;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Confirmation;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadlines;
import ecobot.media.Media;
import ecobot.text.Folding;
import ecobot.training.TrainingWords.Verb;
import ecobot.workbook.WorkbookReader;
import java.time.Month;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** {@code /培训}: what comes for somebody, the year, one session; and for trainers everything that makes the plan. */
@Component
class TrainingCommand implements Command {

    static final String NAME = "training";

    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)\\D{0,2}");

    private final SessionViews views;
    private final Sessions sessions;
    private final PlanDesk desk;
    private final Papers papers;
    private final PlanUploads uploads;
    private final Drafts drafts;
    private final Media media;
    private final Templates templates;

    TrainingCommand(
            SessionViews views,
            Sessions sessions,
            PlanDesk desk,
            Papers papers,
            PlanUploads uploads,
            Drafts drafts,
            Media media,
            Templates templates) {
        this.views = views;
        this.sessions = sessions;
        this.desk = desk;
        this.papers = papers;
        this.uploads = uploads;
        this.drafts = drafts;
        this.media = media;
        this.templates = templates;
        words();
    }

    @Override
    public String name() {
        return "training";
    }

    @Override
    public boolean takesFile(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return planWords().fileEndings().stream().anyMatch(name::endsWith);
    }

    @Override
    public Reply handle(CommandCall call) {
        if (hasFile(call)) {
            return uploads.take(call);
        }
        var year = YEAR.matcher(call.folded().strip());
        if (year.matches()) {
            return overview(Year.parse(year.group(1)));
        }
        if (Pattern.matches(words().nextYear(), call.folded())) {
            return overview(Year.from(Deadlines.dayOf(call.at())).plusYears(1));
        }
        var wish = Wish.in(call.arguments(), words());
        var verb = wish.verb();
        return verb == null ? show(call, wish) : act(call, verb, wish);
    }

    private Reply show(CommandCall call, Wish wish) {
        if (!wish.rest().isEmpty()) {
            return narrowed(call, wish);
        }
        return wish.number() == null
                ? Reply.of("training/coming", views.coming(call.member()))
                : Reply.of(
                        "training/session", views.detail(sessions.one(wish.number()), call.member(), call.isPrivate()));
    }

    /** A month, or what has some words in its topic. */
    private Reply narrowed(CommandCall call, Wish wish) {
        var folded = Folding.fold(wish.rest());
        var when = drafts.whens()
                .in(folded, call.at())
                .filter(found -> found.start() == 0 && found.end() == folded.length())
                .map(WhenReader.Found::when);
        var view = wish.number() != null
                ? Optional.<SessionViews.Overview>empty()
                : Optional.of(
                        when.map(found -> views.inMonth(found.month())).orElseGet(() -> views.about(wish.rest())));
        return view.filter(found -> when.isPresent() || !found.months().isEmpty())
                .map(found -> Reply.of("training/year", found))
                .orElseThrow(() -> UserMistake.of("training/not-understood", Map.of("typed", wish.rest())));
    }

    private Reply act(CommandCall call, Verb verb, Wish wish) {
        return switch (verb) {
            case CREATE -> desk.create(call, wish.rest());
            case CHANGE -> desk.change(call, number(wish), wish.rest());
            case CANCEL -> desk.cancel(call, number(wish), wish.rest());
            case MINUTES -> papers.keepMinutes(call, number(wish), wish.rest());
            case MATERIALS -> papers.addMaterials(call, number(wish), wish.rest());
            case YEAR -> overview(yearIn(wish).orElse(Year.from(Deadlines.dayOf(call.at()))));
            case TEMPLATE -> template(call, yearIn(wish).orElse(nextPlan(call)));
            case SEND -> uploads.ask(call);
        };
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        if (hasFile(call)) {
            return uploads.take(call);
        }
        return Set.of(PlanUploads.FILE, Confirmation.FIELD).contains(question.field())
                ? uploads.answer(call, question)
                : desk.answer(call, question);
    }

    private static boolean hasFile(CommandCall call) {
        return call.isPrivate() && !call.message().files().isEmpty();
    }

    /** From November on the next year's plan is made. */
    private static Year nextPlan(CommandCall call) {
        var today = Deadlines.dayOf(call.at());
        return Year.from(today).plusYears(today.getMonth().compareTo(Month.NOVEMBER) >= 0 ? 1 : 0);
    }

    private Reply template(CommandCall call, Year year) {
        PlanDesk.checkTrainer(call.member());
        var planned = sessions.of(year).stream().filter(Session::isPlanned).toList();
        var workbook = new PlanTemplate(planWords()).of(year, planned);
        var name = planWords().fileName().replace("{year}", year.toString());
        return Reply.of("training/plan-template", Map.of("year", year.toString(), "count", planned.size()))
                .with(new Reply.FileAttachment(media.keep(workbook, WorkbookReader.CONTENT_TYPE), name));
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return desk.undo(call, token);
    }

    private Reply overview(Year year) {
        return Reply.of("training/year", views.year(year));
    }

    private static Optional<Year> yearIn(Wish wish) {
        var text = wish.number() == null ? Folding.fold(wish.rest()) : Long.toString(wish.number());
        var year = YEAR.matcher(text);
        return year.matches() ? Optional.of(Year.parse(year.group(1))) : Optional.empty();
    }

    private static long number(Wish wish) {
        var number = wish.number();
        if (number == null) {
            throw UserMistake.of("training/which-number", Map.of());
        }
        return number;
    }

    private PlanWords planWords() {
        return templates.words(PlanWords.FILE, PlanWords.class);
    }

    private TrainingWords words() {
        return templates.words(TrainingWords.FILE, TrainingWords.class);
    }
}
