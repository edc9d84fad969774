package ecobot.chat;

import ecobot.chat.Question.Choice;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks "shall I?" and understands the answer. What is done after a yes waits as the question's draft: for this person, in this conversation, as long
 * as any question is open.
 */
@Component
public class Confirmation {

    /** {@link Question#field()} of such a question. */
    public static final String FIELD = "CONFIRM";

    private static final String YES_OR_NO = "chat/yes-or-no";

    private final Templates templates;
    private final JsonMapper json;

    Confirmation(Templates templates, JsonMapper json) {
        this.templates = templates;
        this.json = json;
        words();
    }

    /**
     * Adds the question, with a button for yes and one for no.
     *
     * @param shown what would be done
     * @param pending the same for {@link #pending}, written as JSON
     */
    public Reply ask(Reply shown, Object pending) {
        var choices = List.of(button(words().yes()), button(words().no()));
        return shown.asking(new Question(FIELD, json.writeValueAsString(pending), choices));
    }

    /** @throws UserMistake when it is neither yes nor no */
    public boolean isYes(CommandCall call) {
        return isYes(call, YES_OR_NO);
    }

    /**
     * Likewise, with a sentence of one's own for what is neither.
     *
     * @param unclear name of its template, which may read {@code typed}
     */
    public boolean isYes(CommandCall call, String unclear) {
        if (words().yes().contains(call.folded())) {
            return true;
        } else if (words().no().contains(call.folded())) {
            return false;
        }
        throw UserMistake.of(unclear, Map.of("typed", call.arguments()));
    }

    /** What {@link #ask} was given. */
    public <T> T pending(Question question, Class<T> type) {
        return json.readValue(question.draft(), type);
    }

    private Words words() {
        return templates.words(YES_OR_NO, Words.class);
    }

    private static Choice button(List<String> said) {
        return new Choice(said.get(0), said.get(0));
    }

    /** {@code templates/chat/yes-or-no.yml}, folded; the first of each is on the button. */
    record Words(List<String> yes, List<String> no) {
        Words {
            if (yes.isEmpty() || no.isEmpty()) {
                throw new IllegalArgumentException("yes and no need a word each");
            }
        }
    }
}
