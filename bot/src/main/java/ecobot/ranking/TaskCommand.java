package ecobot.ranking;

import ecobot.calendar.Zone;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.media.Media;
import ecobot.ranking.TaskTables.Stored;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.text.Folding;
import ecobot.workbook.WorkbookReader;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code /任务表}: a month's tasks of one unit or all, the template, and the import of a workbook that is sent in private. */
@Component
class TaskCommand implements Command {

    static final String NAME = "tasks";

    private static final String UNIT = "UNIT";

    private final TaskTables tables;
    private final TaskViews views;
    private final TaskUploads uploads;
    private final Roster roster;
    private final Media media;
    private final Templates templates;

    TaskCommand(
            TaskTables tables, TaskViews views, TaskUploads uploads, Roster roster, Media media, Templates templates) {
        this.tables = tables;
        this.views = views;
        this.uploads = uploads;
        this.roster = roster;
        this.media = media;
        this.templates = templates;
        words();
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public boolean takesFile(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return words().fileEndings().stream().anyMatch(name::endsWith);
    }

    @Override
    public Reply handle(CommandCall call) {
        if (call.isPrivate() && !call.message().files().isEmpty()) {
            return uploads.take(call);
        }
        var now = YearMonth.from(call.at().atZone(Zone.SHANGHAI));
        var found = new TaskMonths(words()).in(call.arguments(), now);
        var month = found.map(TaskMonths.Found::month).orElse(now);
        return wish(call, month, found.map(TaskMonths.Found::rest).orElse(call.arguments()));
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        if (call.isPrivate() && !call.message().files().isEmpty()) {
            return uploads.take(call);
        }
        return question.field().equals(UNIT)
                ? unit(YearMonth.parse(question.draft()), call.arguments())
                : uploads.answer(call, question);
    }

    private Reply wish(CommandCall call, YearMonth month, String rest) {
        var folded = Folding.fold(rest);
        if (words().template().contains(folded)) {
            return template(month);
        } else if (words().send().contains(folded)) {
            TaskUploads.checkMayImport(call.member());
            return Reply.of("ranking/tasks-send", Map.of());
        } else if (words().all().contains(folded)) {
            return all(month);
        } else if (!folded.isEmpty()) {
            return unit(month, rest);
        }
        var own = call.member().unit();
        return own != null && own.ranked() ? unit(stored(month), own) : all(month);
    }

    private Reply all(YearMonth month) {
        return Reply.of("ranking/tasks-all", views.month(stored(month), words()));
    }

    private Reply unit(YearMonth month, String typed) {
        var named = roster.unitsNamed(typed).stream().filter(Unit::ranked).toList();
        if (named.isEmpty()) {
            throw UserMistake.of("ranking/tasks-unknown", Map.of("typed", typed));
        } else if (named.size() > 1) {
            var choices = named.stream()
                    .map(unit -> new Choice(unit.name(), unit.name()))
                    .toList();
            return Reply.of("ranking/tasks-which-unit", Map.of()).asking(new Question(UNIT, month.toString(), choices));
        }
        return unit(stored(month), named.get(0));
    }

    private Reply unit(Stored stored, Unit unit) {
        return Reply.of("ranking/tasks-unit", views.unit(stored, unit, words()));
    }

    private Stored stored(YearMonth month) {
        return tables.latest(month)
                .orElseThrow(() -> UserMistake.of("ranking/tasks-none", Map.of("month", words().month(month))));
    }

    private Reply template(YearMonth month) {
        var table = tables.latest(month).map(Stored::table).orElse(null);
        var workbook = new TaskTemplate(words()).of(month, roster.rankedUnits(), table);
        var name = words().fileName().replace("{month}", words().month(month));
        return Reply.of("ranking/tasks-template", Map.of("month", words().month(month), "filled", table != null))
                .with(new Reply.FileAttachment(media.keep(workbook, WorkbookReader.CONTENT_TYPE), name));
    }

    private TaskWords words() {
        return templates.words(TaskWords.FILE, TaskWords.class);
    }
}
