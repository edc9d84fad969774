package ecobot.almanac;

import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.media.Media;
import ecobot.media.Media.Fetch.State;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notice as a file in a private chat. The platform hands out a code for it, so it is fetched first; the person then says to go on.
 */
@Component
class NoticeUploads {

    static final String SEND = "SEND";
    static final String FETCHED = "FETCHED";

    private final Media media;
    private final CalendarChanges changes;
    private final AlmanacWords words;
    private final JsonMapper json;

    NoticeUploads(Media media, CalendarChanges changes, Templates templates, JsonMapper json) {
        this.media = media;
        this.changes = changes;
        this.words = templates.words("almanac/calendar-words", AlmanacWords.class);
        this.json = json;
    }

    Reply ask(int year) {
        return Reply.of("almanac/send-file", Map.of("year", year))
                .asking(new Question(SEND, json.writeValueAsString(new Upload(year, 0)), List.of()));
    }

    boolean asked(Question question) {
        return question.field().equals(SEND) || question.field().equals(FETCHED);
    }

    Reply goOn(CommandCall call, Question question) {
        var upload = json.readValue(question.draft(), Upload.class);
        var files = call.message().files();
        if (!files.isEmpty()) {
            var code = files.get(0).downloadCode();
            return fetching(new Upload(upload.year(), media.want(call.message().robotCode(), code)));
        } else if (upload.fetchId() == 0) {
            throw UserMistake.of("almanac/send-file", Map.of("year", upload.year()));
        }
        var fetch = media.fetch(upload.fetchId());
        if (fetch.state() == State.WANTED) {
            return fetching(upload);
        }
        var content = fetch.hash() == null ? null : media.find(fetch.hash()).orElse(null);
        if (content == null) {
            throw UserMistake.of("almanac/file-lost", Map.of());
        }
        return changes.proposeNotice(upload.year(), FileText.of(content.bytes()));
    }

    private Reply fetching(Upload upload) {
        var goOn = words.goOn().get(0);
        return Reply.of("almanac/fetching", Map.of())
                .asking(new Question(FETCHED, json.writeValueAsString(upload), List.of(new Choice(goOn, goOn))));
    }

    /** @param fetchId 0 before the file was sent */
    record Upload(int year, long fetchId) {}
}
