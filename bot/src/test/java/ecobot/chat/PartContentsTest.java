package ecobot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.chat.Post.PicturePart;
import ecobot.chat.Post.TextPart;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply.CardFace;
import ecobot.outbox.Outgoing;
import ecobot.testing.FixedExtras;
import ecobot.testing.FixedExtras.Extra;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartContentsTest {

    private static final Outgoing.Markdown PLAIN = new Outgoing.Markdown("plain", "### plain");
    private static final CardFace FACE =
            new CardFace("track", 1, new Message("card", "### card"), List.of(new Choice("see", "/see")));
    private static final TextPart PART = new TextPart("any", Map.of(), FACE);

    @Test
    void text_with_a_card_is_one_where_there_are_cards_and_keeps_the_text_for_where_it_cannot_be() {
        assertThat(contents(true).withCard(PART, PLAIN)).isEqualTo(FACE.over(PLAIN));
        assertThat(FACE.over(PLAIN).plain()).isEqualTo(PLAIN);
    }

    @Test
    void everything_else_stays_what_it_is() {
        assertThat(contents(false).withCard(PART, PLAIN)).isEqualTo(PLAIN);
        assertThat(contents(true).withCard(new TextPart("any", Map.of()), PLAIN))
                .isEqualTo(PLAIN);
        var picture = new Outgoing.Picture("hash");
        assertThat(contents(true).withCard(new PicturePart("hash"), picture)).isEqualTo(picture);
    }

    private static PartContents contents(boolean cards) {
        return new PartContents(
                (TemplateLibrary) PackagedTemplates.at(java.time.Clock.systemUTC()),
                FixedExtras.with(Extra.CARDS, cards));
    }
}
