package ecobot.library;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.Confirmation;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.media.Media;
import ecobot.text.Folding;
import ecobot.workbook.WorkbookReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/** Lists of materials as workbooks: the empty one, what would come of a filled one, and its drafts once that is confirmed. */
@Component
class Lists {

    static final String ENDING = ".xlsx";

    private static final int SHOWN = 20;

    private final Media media;
    private final Shelf shelf;
    private final Confirmation confirmation;
    private final Audit audit;
    private final Templates templates;

    Lists(Media media, Shelf shelf, Confirmation confirmation, Audit audit, Templates templates) {
        this.media = media;
        this.shelf = shelf;
        this.confirmation = confirmation;
        this.audit = audit;
        this.templates = templates;
        words();
    }

    /** By the file's name, for what is in it is not known yet; a workbook with another name belongs to the tables. */
    boolean takes(String fileName) {
        var name = Folding.fold(fileName);
        return name.endsWith(ENDING)
                && Pattern.compile(words().fileName()).matcher(name).find();
    }

    Reply template() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "EcoBot", "1.0")) {
            var sheet = book.newWorksheet(words().sheet());
            int column = 0;
            for (var field : KeeperWords.Field.values()) {
                sheet.value(0, column, keepers().name(field));
                sheet.value(1, column, words().example().get(column));
                sheet.width(column, field == KeeperWords.Field.BODY ? 60 : 18);
                column++;
            }
            sheet.range(0, 0, 0, column - 1).style().bold().set();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.of("library/list-template", Map.of())
                .with(new Reply.FileAttachment(
                        media.keep(out.toByteArray(), WorkbookReader.CONTENT_TYPE), words().template()));
    }

    /** The dry run: what is wrong, or what would become drafts. Nothing is written. */
    Reply checked(byte[] workbook, String hash, String fileName) throws UnreadableDocument {
        var read = reader().read(workbook);
        if (!read.bad().isEmpty()) {
            var shown = read.bad().stream().limit(SHOWN).toList();
            return Reply.of(
                    "library/list-bad",
                    new BadList(fileName, read.bad().size(), shown, read.bad().size() - shown.size()));
        }
        var titles = read.good().stream().limit(SHOWN).map(this::item).toList();
        return confirmation.ask(
                Reply.of(
                        "library/list-confirm",
                        new GoodList(
                                fileName,
                                read.good().size(),
                                titles,
                                read.good().size() - titles.size())),
                hash);
    }

    Reply answer(CommandCall call, Question question) {
        if (!confirmation.isYes(call, "library/list-yes-or-no")) {
            return Reply.of("library/list-left", Map.of());
        }
        var numbers = new ArrayList<Long>();
        try {
            var content =
                    media.find(confirmation.pending(question, String.class)).orElseThrow();
            for (var row : reader().read(content.bytes()).good()) {
                numbers.add(shelf.draft(row, call.member().id(), call.at()));
            }
        } catch (UnreadableDocument e) {
            throw new IllegalStateException("was read before", e);
        }
        numbers.forEach(number ->
                audit.record(call.member().staffId(), "material-list", "material:" + number, Outcome.ALLOWED, null));
        return Reply.of(
                "library/list-taken",
                Map.of(
                        "count",
                        numbers.size(),
                        "numbers",
                        numbers.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(keepers().separator()))));
    }

    private Item item(Content content) {
        var names = templates.words(LibraryWords.FILE, LibraryWords.class);
        return new Item(names.name(content.category()), content.title());
    }

    private ListReader reader() {
        return new ListReader(keepers(), words());
    }

    private KeeperWords keepers() {
        return templates.words(KeeperWords.FILE, KeeperWords.class);
    }

    private ListWords words() {
        return Objects.requireNonNull(templates.words(ListWords.FILE, ListWords.class));
    }

    record Item(String category, String title) {}

    record BadList(String fileName, int count, List<ListReader.Bad> cells, int more) {}

    record GoodList(String fileName, int count, List<Item> materials, int more) {}
}
