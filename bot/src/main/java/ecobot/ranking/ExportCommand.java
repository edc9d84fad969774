package ecobot.ranking;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.media.Media;
import ecobot.text.Folding;
import ecobot.workbook.WorkbookReader;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code /导出}: a table as a workbook, with the arithmetic of every unit, to the asker in private. */
@Component
class ExportCommand implements Command {

    private final PostedTables posted;
    private final LeagueTables tables;
    private final Media media;
    private final Templates templates;

    ExportCommand(PostedTables posted, LeagueTables tables, Media media, Templates templates) {
        this.posted = posted;
        this.tables = tables;
        this.media = media;
        this.templates = templates;
        words();
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public Reply handle(CommandCall call) {
        var asked = posted.current(withoutSubject(call.arguments()), call.at());
        if (!asked.rest().isEmpty()) {
            throw UserMistake.of("ranking/export-unknown", Map.of("typed", asked.rest()));
        }
        return workbook(asked);
    }

    /** The table is the only thing that can be had, so that its name may be left out. */
    private String withoutSubject(String arguments) {
        var words = arguments.strip().split("\\s+", 2);
        boolean named =
                RankWords.holds(templates.words(RankWords.FILE, RankWords.class).exported(), Folding.fold(words[0]));
        return named ? (words.length == 1 ? "" : words[1]) : arguments;
    }

    private Reply workbook(PostedTables.Asked asked) {
        var view = RankView.of(asked);
        var book = new TableWorkbook(asked.table(), view, tables.words(), words()).bytes();
        var name = TableWords.fill(words().fileName(), Map.of("heading", view.heading()));
        return Reply.of(
                        "ranking/exported",
                        Map.of(
                                "heading", view.heading(),
                                "units", asked.table().rows().size(),
                                "unposted", view.unposted(),
                                "cutOff", view.cutOff()))
                .inPrivate()
                .with(new Reply.FileAttachment(media.keep(book, WorkbookReader.CONTENT_TYPE), name));
    }

    private WorkbookWords words() {
        return templates.words(WorkbookWords.FILE, WorkbookWords.class);
    }
}
