package ecobot.library;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.KeeperWords.Field;
import ecobot.library.Material.State;
import ecobot.text.Folding;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Corrections of drafts, field by field. Of what is published the correction becomes a draft beside it. */
@Component
class Drafts {

    private static final String TEXT = "TEXT";
    private static final String SEPARATOR = ":";

    private final Shelf shelf;
    private final ShelfMapper rows;
    private final Materials materials;
    private final Audit audit;
    private final Templates templates;

    Drafts(Shelf shelf, ShelfMapper rows, Materials materials, Audit audit, Templates templates) {
        this.shelf = shelf;
        this.rows = rows;
        this.materials = materials;
        this.audit = audit;
        this.templates = templates;
    }

    /** @param rest the field and its text; without a text it is asked for, and a quoted message is one */
    Reply edit(CommandCall call, long number, String rest) {
        var parts = rest.split("[\\s:\uff1a]+", 2);
        var field = words().field(Folding.fold(parts[0])).orElseThrow(() -> which(number, parts[0]));
        var quoted = call.message().quoted();
        var text = parts.length > 1
                ? parts[1].strip()
                : quoted == null ? "" : quoted.text().strip();
        find(number);
        if (text.isEmpty()) {
            var draft = number + SEPARATOR + field;
            return Reply.of("library/edit-text", Map.of("number", number, "field", words().name(field)))
                    .asking(new Question(TEXT, draft, List.of()));
        }
        return changed(call, number, field, text);
    }

    Reply answer(CommandCall call, Question question) {
        var parts = question.draft().split(SEPARATOR, 2);
        if (call.arguments().isBlank()) {
            throw UserMistake.of(
                    "library/edit-text", Map.of("number", parts[0], "field", words().name(Field.valueOf(parts[1]))));
        }
        return changed(
                call,
                Long.parseLong(parts[0]),
                Field.valueOf(parts[1]),
                call.arguments().strip());
    }

    private Reply changed(CommandCall call, long number, Field field, String text) {
        var standing = rows.lock(number);
        if (standing == null || standing.state() == State.ARCHIVED) {
            var words = templates.words(LibraryWords.FILE, LibraryWords.class);
            throw UserMistake.of("library/wrong-state", Map.of("number", number, "state", words.name(State.ARCHIVED)));
        }
        long draft = shelf.draftOf(standing, call.member().id(), call.at());
        var content = with(Content.of(find(draft)), field, words().none().contains(Folding.fold(text)) ? "" : text);
        shelf.rewrite(draft, content, call.member().id());
        audit.record(call.member().staffId(), "material-edit", "material:" + draft, Outcome.ALLOWED, field.name());
        return Reply.of(
                "library/edited",
                new Edited(
                        draft, draft == number ? 0 : number, words().name(field), content.title(), shown(field, text)));
    }

    private Content with(Content before, Field field, String text) {
        var content = new ContentBuilder(before);
        switch (field) {
            case CATEGORY ->
                content.category = words().category(Folding.fold(text)).orElseThrow(() -> unfit(field, text));
            case TITLE -> content.title = line(field, text, MaterialFileReader.LONGEST_TITLE);
            case SUMMARY -> content.summary = line(field, text, MaterialFileReader.LONGEST_SUMMARY);
            case BODY -> content.body = needed(field, text, MaterialFileReader.LONGEST_BODY);
            case SOURCE -> content.source = line(field, text, ContentBuilder.LONGEST_SOURCE);
            case URL -> content.url = url(text);
            case DOCUMENT_NUMBER ->
                content.documentNumber = text.isEmpty() ? null : line(field, text, ContentBuilder.LONGEST_NUMBER);
            case ISSUED_ON -> content.issuedOn = day(field, text);
            case EFFECTIVE_ON -> content.effectiveOn = day(field, text);
            case TAGS -> content.tags = tags(text);
        }
        return content.build();
    }

    private String line(Field field, String text, int longest) {
        return needed(field, text.replaceAll("\\s+", " "), longest);
    }

    private String needed(Field field, String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            throw UserMistake.of("library/edit-length", Map.of("field", words().name(field), "longest", longest));
        }
        return text;
    }

    private @Nullable String url(String text) {
        if (!text.isEmpty() && (!text.matches("https://[^\\s/@]+(?:/\\S*)?") || text.length() > 500)) {
            throw unfit(Field.URL, text);
        }
        return text.isEmpty() ? null : text;
    }

    private @Nullable LocalDate day(Field field, String text) {
        return text.isEmpty() ? null : words().day(text).orElseThrow(() -> unfit(field, text));
    }

    private List<String> tags(String text) {
        var tags = Arrays.stream(text.split(words().tagSeparator()))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > 12 || tags.stream().anyMatch(tag -> tag.length() > 30)) {
            throw unfit(Field.TAGS, text);
        }
        return tags;
    }

    private UserMistake unfit(Field field, String text) {
        return UserMistake.of(
                "library/edit-unfit",
                Map.of(
                        "field",
                        words().name(field),
                        "typed",
                        text,
                        "date",
                        field == Field.ISSUED_ON || field == Field.EFFECTIVE_ON,
                        "url",
                        field == Field.URL,
                        "category",
                        field == Field.CATEGORY));
    }

    private UserMistake which(long number, String typed) {
        var fields = Arrays.stream(Field.values()).map(words()::name).collect(Collectors.joining(words().separator()));
        return UserMistake.of("library/edit-which", Map.of("number", number, "typed", typed, "fields", fields));
    }

    private Material find(long number) {
        return materials
                .find(number)
                .orElseThrow(() -> UserMistake.of("library/unknown-number", Map.of("number", number)));
    }

    private static String shown(Field field, String text) {
        return field == Field.BODY ? "" : text;
    }

    private KeeperWords words() {
        return templates.words(KeeperWords.FILE, KeeperWords.class);
    }

    /**
     * What was corrected.
     *
     * @param published number of the material that stays as it is meanwhile; 0 when the draft is no correction of another
     * @param text empty for a body
     */
    record Edited(long number, long published, String field, String title, String text) {}
}
