package ecobot.push;

import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks "shall I?" and understands the answer. */
@Component
class Confirmation {

    private static final String CONFIRM = "CONFIRM";

    private final Templates templates;
    private final JsonMapper json;

    Confirmation(Templates templates, JsonMapper json) {
        this.templates = templates;
        this.json = json;
    }

    /** @param pending what is done after a yes, as JSON */
    Reply ask(Reply shown, Object pending) {
        var choices = List.of(choice(words().confirm()), choice(words().cancel()));
        return shown.asking(new Question(CONFIRM, json.writeValueAsString(pending), choices));
    }

    /** @throws UserMistake when it is neither yes nor no */
    boolean isYes(CommandCall call) {
        if (words().confirm().contains(call.folded())) {
            return true;
        } else if (words().cancel().contains(call.folded())) {
            return false;
        }
        throw UserMistake.of("push/yes-or-no", Map.of("typed", call.arguments()));
    }

    <T> T pending(Question question, Class<T> type) {
        return json.readValue(question.draft(), type);
    }

    private PushWords words() {
        return templates.words(PushWords.FILE, PushWords.class);
    }

    private static Choice choice(List<String> said) {
        return new Choice(said.get(0), said.get(0));
    }
}
