package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecobot.inbox.IncomingMessage;
import ecobot.inbox.IncomingMessage.Quoted;
import ecobot.inbox.IncomingMessage.SentFile;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotMessageDecoderTest {

    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
    private static final DingTalkAccess ACCESS = PlatformFixture.access(URI.create("https://oapi.dingtalk.com"));

    private final BotMessageDecoder decoder =
            new BotMessageDecoder(ACCESS, new SessionUrls(ACCESS), Clock.fixed(NOW, ZoneOffset.UTC));

    private static final String ENVELOPE = """
            "msgId":"msg==","createAt":1767225600000,"conversationId":"cid==","conversationType":"2",
            "conversationTitle":"Ops","robotCode":"dingAAA","senderNick":"Li","senderStaffId":"0123","isAdmin":true,
            "atUsers":[{"dingtalkId":"$:bot"},{"dingtalkId":"$:x","staffId":"0456"}],"futureField":{"a":1},
            "sessionWebhook":"https://oapi.dingtalk.com/robot/sendBySession?session=CANARY",
            "sessionWebhookExpiredTime":1767231000000""";

    private IncomingMessage decode(String content) throws Json.NotJson {
        return ((Decoded.Message) decoder.decode("{" + ENVELOPE + "," + content + "}", null)).message();
    }

    @Test
    void envelope_is_read_whole() throws Exception {
        IncomingMessage message = decode("\"msgtype\":\"text\",\"text\":{\"content\":\" query order 42\"}");

        assertThat(message.robotCode()).isEqualTo("dingAAA");
        assertThat(message.msgId()).isEqualTo("msg==");
        assertThat(message.conversationId()).isEqualTo("cid==");
        assertThat(message.group()).isTrue();
        assertThat(message.conversationTitle()).isEqualTo("Ops");
        assertThat(message.senderStaffId()).isEqualTo("0123");
        assertThat(message.sentAt()).isEqualTo(Instant.ofEpochMilli(1767225600000L));
        assertThat(message.text()).isEqualTo("query order 42");
        assertThat(message.mentionedStaffIds()).containsExactly("0456");
        assertThat(message.fromAdmin()).isTrue();
        assertThat(message.session()).isNotNull();
        assertThat(message.session().expiresAt()).isEqualTo(Instant.ofEpochMilli(1767231000000L));
        assertThat(message.raw()).contains("futureField").doesNotContain("CANARY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" /help", "\u2005/help", "\u00a0/help\u00a0", "\u200b /help \ufeff", "\u3000/help\n", "/help"})
    void traces_of_the_mention_are_stripped(String content) {
        assertThat(BotContent.strip(content)).isEqualTo("/help");
    }

    @Test
    void rich_text_is_joined_and_its_pictures_kept_in_order() throws Exception {
        IncomingMessage message = decode("""
                "msgtype":"richText","content":{"richText":[{"text":" one\\n"},{"type":"picture","downloadCode":"c1",
                "pictureDownloadCode":"p1"},{"text":"two"},{"type":"picture","pictureDownloadCode":"c2"}]}""");

        assertThat(message.text()).isEqualTo("one\ntwo");
        assertThat(message.photos()).containsExactly("c1", "c2");
    }

    @Test
    void picture_audio_video_and_file_are_told_apart() throws Exception {
        assertThat(decode("\"msgtype\":\"picture\",\"content\":{\"downloadCode\":\"c\"}")
                        .photos())
                .containsExactly("c");
        assertThat(decode("\"msgtype\":\"audio\",\"content\":{\"downloadCode\":\"c\",\"recognition\":\"hello\"}")
                        .text())
                .isEqualTo("hello");
        assertThat(decode("\"msgtype\":\"video\",\"content\":{\"downloadCode\":\"c\",\"videoType\":\"mp4\"}")
                        .files())
                .containsExactly(new SentFile("c", "video.mp4"));
        assertThat(decode("\"msgtype\":\"file\",\"content\":{\"downloadCode\":\"c\",\"fileName\":\"a.xlsx\"}")
                        .files())
                .containsExactly(new SentFile("c", "a.xlsx"));
        assertThat(decode("\"msgtype\":\"unknownMsgType\",\"content\":{\"unknownMsgType\":\"?\"}")
                        .text())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"msgType":"text","msgId":"q","content":{"text":" said"}}                                  | q | said | ''
                    {"msgType":"text","content":{"content":"said"}}                                            |   | said | ''
                    {"content":"said"}                                                                         |   | said | ''
                    {"content":"{\\"text\\":\\"said\\"}"}                                                      |   | said | ''
                    {"msgType":"richText","content":{"richText":[{"content":"said"},{"downloadCode":"c"}]}}    |   | said | c
                    {"msgType":"picture","msgId":"q","content":{"downloadCode":"c"}}                           | q | ''   | c
                    {"msgType":"interactiveCard","content":{"cardContent":{"a":1}}}                            |   | ''   | ''
                    {}                                                                                         |   | ''   | ''
                    """)
    void quoted_message_may_have_any_shape(String replied, String msgId, String text, String photo) throws Exception {
        String said = text.equals("''") ? "" : text;
        List<String> photos = photo.equals("''") ? List.of() : List.of(photo);

        Quoted quoted = decode("\"msgtype\":\"text\",\"text\":{\"content\":\"x\",\"isReplyMsg\":true,\"repliedMsg\":"
                        + replied + "}")
                .quoted();

        assertThat(quoted).isEqualTo(new Quoted(msgId, said, photos));
    }

    @Test
    void what_is_missing_is_made_up_for() throws Exception {
        String bare =
                "{\"conversationId\":\"cid\",\"msgtype\":\"text\",\"text\":{\"content\":\"hi\"},\"senderStaffId\":\"\"}";

        IncomingMessage message = ((Decoded.Message) decoder.decode(bare, "frame-1")).message();

        assertThat(message.robotCode()).isEqualTo("robot");
        assertThat(message.msgId()).isEqualTo("frame-1");
        assertThat(message.senderStaffId()).isNull();
        assertThat(message.sentAt()).isEqualTo(NOW);
        assertThat(message.session()).isNull();
        assertThat(message.group()).isFalse();
        assertThat(message.quoted()).isNull();
    }

    @Test
    void empty_envelope_with_an_error_code_is_no_message() throws Exception {
        String over = "{" + ENVELOPE + ",\"msgtype\":\"text\",\"errorCode\":20001,\"errorMessage\":\"quota\"}";

        assertThat(decoder.decode(over, null)).isEqualTo(new Decoded.OverQuota("20001", "dingAAA"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "42", "{", "{}", "{\"msgId\":\"m\"}", "{\"conversationId\":\"c\"}", "\"x\""})
    void what_is_no_message_is_told(String text) {
        assertThatExceptionOfType(Json.NotJson.class).isThrownBy(() -> decoder.decode(text, null));
    }

    /** Twenty thousand broken messages: each is read, or told to be none; nothing else ever happens. */
    @Test
    void damaged_messages_break_nothing() {
        String whole = "{" + ENVELOPE
                + ",\"msgtype\":\"richText\",\"text\":{\"repliedMsg\":{\"content\":{}}},\"content\":{\"richText\":[{\"text\":\"a\"}]}}";
        String[] pieces = {"{", "}", "[", "]", "\"", ":", ",", "null", "1e999", "\\u0000", "true", "-", "{}", "[[["};
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            int at = random.nextInt(whole.length());
            int end = Math.min(whole.length(), at + random.nextInt(12));
            String damaged = whole.substring(0, at) + pieces[random.nextInt(pieces.length)] + whole.substring(end);
            try {
                assertThat(decoder.decode(damaged, "f")).isNotNull();
            } catch (Json.NotJson e) {
                assertThat(e).hasMessageNotContaining("CANARY");
            }
        }
    }
}
