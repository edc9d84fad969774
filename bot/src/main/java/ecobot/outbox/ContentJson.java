package ecobot.outbox;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a message says, and whom it mentions, as JSON. Exactly one kind of content is set. */
record ContentJson(
        Outgoing.@Nullable Markdown markdown,
        Outgoing.@Nullable Choice choice,
        Outgoing.@Nullable Digest digest,
        Outgoing.@Nullable Picture picture,
        Outgoing.@Nullable File file,
        Outgoing.@Nullable Todo todo,
        Outgoing.@Nullable Card card,
        Outgoing.@Nullable Ding ding,
        Outgoing.@Nullable Event event,
        List<String> mentions) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String write(Outgoing.Content content, List<String> mentions) {
        return JSON.writeValueAsString(new ContentJson(
                content instanceof Outgoing.Markdown markdown ? markdown : null,
                content instanceof Outgoing.Choice choice ? choice : null,
                content instanceof Outgoing.Digest digest ? digest : null,
                content instanceof Outgoing.Picture picture ? picture : null,
                content instanceof Outgoing.File file ? file : null,
                content instanceof Outgoing.Todo todo ? todo : null,
                content instanceof Outgoing.Card card ? card : null,
                content instanceof Outgoing.Ding ding ? ding : null,
                content instanceof Outgoing.Event event ? event : null,
                mentions));
    }

    static ContentJson read(String json) {
        return JSON.readValue(json, ContentJson.class);
    }

    Outgoing.Content content() {
        return Stream.of(markdown, choice, digest, picture, file, todo, card, ding, event)
                .flatMap(Stream::ofNullable)
                .map(Outgoing.Content.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a message without content was stored"));
    }
}
