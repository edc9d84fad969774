package ecobot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StoredOutgoingTest {

    @TestFactory
    Stream<DynamicTest> message_comes_out_as_it_went_in() {
        return Stream.of(
                        new Outgoing.Markdown("标题", "正文 **重**\n\n\uD83D\uDE00"),
                        new Outgoing.Choice("选择", "哪个？", List.of(new Outgoing.Button("余新", "1"))),
                        new Outgoing.Picture("ab12"),
                        new Outgoing.File("ab12", "清单.xlsx"))
                .map(content ->
                        DynamicTest.dynamicTest(content.getClass().getSimpleName(), () -> assertSurvives(content)));
    }

    private static void assertSurvives(Outgoing.Content content) {
        Outgoing message = new Outgoing(
                "key", new Outgoing.PersonTarget("u1", null), content, List.of("u1", "u2"), Outgoing.Kind.NOTICE);

        assertThat(StoredOutgoing.of(message, Instant.EPOCH).outgoing()).isEqualTo(message);
    }
}
