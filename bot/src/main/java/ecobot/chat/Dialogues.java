package ecobot.chat;

import ecobot.chat.Question.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The question that is open between the bot and a person in one conversation: at most one, for ten minutes. */
@Component
class Dialogues {

    static final Duration LIFE = Duration.ofMinutes(10);
    private static final TypeReference<List<Choice>> CHOICES = new TypeReference<>() {};

    private final DialogueMapper mapper;
    private final JsonMapper json;

    Dialogues(DialogueMapper mapper, JsonMapper json) {
        this.mapper = mapper;
        this.json = json;
    }

    /** The question that was asked last, answered or lapsed or not. */
    Optional<Dialogue> of(Place place) {
        return Optional.ofNullable(mapper.find(place.conversationId(), place.memberId()))
                .map(row -> new Dialogue(row.command(), question(row), row.askedAt()));
    }

    void ask(Place place, String command, Question question, Instant at) {
        var choices = json.writeValueAsString(question.choices());
        var row = new DialogueMapper.Row(command, question.field(), question.draft(), choices, at);
        mapper.put(place.conversationId(), place.memberId(), row);
    }

    /** Ends it; false when there was none. */
    boolean close(Place place) {
        return mapper.remove(place.conversationId(), place.memberId()) > 0;
    }

    private Question question(DialogueMapper.Row row) {
        return new Question(row.field(), row.draft(), json.readValue(row.choices(), CHOICES));
    }

    /** Where a dialogue is held, and with whom. */
    record Place(String conversationId, long memberId) {}

    /** An open question of a command. */
    record Dialogue(String command, Question question, Instant askedAt) {

        boolean openAt(Instant now) {
            return now.isBefore(askedAt.plus(LIFE));
        }
    }
}
