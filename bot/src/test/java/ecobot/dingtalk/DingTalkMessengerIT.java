package ecobot.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static ecobot.dingtalk.MessengerFixture.HASH;
import static ecobot.dingtalk.MessengerFixture.markdown;
import static ecobot.dingtalk.MessengerFixture.toGroup;
import static ecobot.dingtalk.MessengerFixture.toPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import ecobot.media.Media;
import ecobot.media.MediaSource.Gone;
import ecobot.media.MediaSource.TooLarge;
import ecobot.media.PublicAddress;
import ecobot.outbox.Messenger.Attempt;
import ecobot.outbox.Messenger.Banned;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Fruitless;
import ecobot.outbox.Messenger.Plan;
import ecobot.outbox.Messenger.Refused;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Messenger.Unreachable;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Button;
import ecobot.outbox.Outgoing.Choice;
import ecobot.outbox.Outgoing.File;
import ecobot.outbox.Outgoing.Picture;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What leaves, and which way. */
@ExtendWith(OutputCaptureExtension.class)
class DingTalkMessengerIT {

    private static final Fruitless UPLOAD_FAILED = new Fruitless("upload-failed", Faults.UPLOAD_PAUSE);

    @RegisterExtension
    private static final PlatformStub platform = new PlatformStub();

    private MessengerFixture house;

    @BeforeEach
    void connect() {
        house = new MessengerFixture(platform.base());
    }

    private Outgoing answer(Outgoing.Content content, String... mentions) {
        return toGroup(content, house.session(platform.session()), mentions);
    }

    private static ObjectNode param(String path) throws Exception {
        return Json.object(platform.body(path).path("msgParam").asString());
    }

    private static Choice choice(int buttons) {
        return new Choice(
                "title",
                "text",
                IntStream.rangeClosed(1, buttons)
                        .mapToObj(n -> new Button("b" + n, "say " + n + "&\u4e00"))
                        .toList());
    }

    @Test
    void answer_goes_to_the_reply_address_and_costs_no_call() throws Exception {
        assertThat(house.send(answer(markdown("hello"), "0123"))).isEqualTo(new Sent(Channel.SESSION_WEBHOOK, null));

        ObjectNode body = platform.body(PlatformStub.WEBHOOK);
        assertThat(body.path("msgtype").asString()).isEqualTo("markdown");
        assertThat(body.path("markdown").path("text").asString()).isEqualTo("hello\n\n@0123");
        assertThat(body.path("at").path("atUserIds").toString()).isEqualTo("[\"0123\"]");
        assertThat(body.path("at").path("isAtAll").asBoolean()).isFalse();
        assertThat(body.path("msgUuid").asString()).isEqualTo("key");
        assertThat(platform.calls(PlatformStub.TOKEN)).isZero();
        assertThat(house.quota.sessionReplies()).isOne();
        assertThat(house.quota.use(QuotaMeter.Counter.WEBHOOK_STREAM).used()).isZero();
        assertThat(house.quota.use(QuotaMeter.Counter.OPEN_API).used()).isZero();
    }

    @Test
    void reply_address_is_left_a_minute_before_its_end() {
        Outgoing message = answer(markdown("hello"));
        assertThat(house.messenger.plan(message, Set.of())).contains(new Plan(Channel.SESSION_WEBHOOK, false));

        house.clock.set(house.clock.instant().plus(Duration.ofMinutes(89).plusSeconds(1)));

        assertThat(house.messenger.plan(message, Set.of())).contains(new Plan(Channel.APP_GROUP, false));
    }

    @Test
    void dead_reply_address_is_closed_and_the_call_is_planned_next() {
        platform.answer(PlatformStub.WEBHOOK, okJson("{\"errcode\":300001,\"errmsg\":\"session not found\"}"));
        Outgoing message = answer(markdown("hello"));

        assertThat(house.send(message))
                .isInstanceOfSatisfying(
                        Banned.class, banned -> assertThat(banned.channel()).isEqualTo(Channel.SESSION_WEBHOOK));
        assertThat(house.messenger.plan(message, Set.of(Channel.SESSION_WEBHOOK)))
                .contains(new Plan(Channel.APP_GROUP, false));
        assertThat(house.messenger.plan(message, Set.of(Channel.SESSION_WEBHOOK, Channel.APP_GROUP)))
                .isEmpty();
    }

    @Test
    void strange_reply_address_is_never_asked() {
        for (String url : SessionUrlsTest.hostile()) {
            try {
                Outgoing message = toGroup(markdown("x"), house.session(java.net.URI.create(url)));
                assertThat(house.send(message, Channel.SESSION_WEBHOOK)).isInstanceOf(Banned.class);
            } catch (IllegalArgumentException e) {
                assertThat(new SessionUrls(PlatformFixture.access(platform.base())).accept(url))
                        .isEmpty();
            }
        }
        assertThat(platform.server.getAllServeEvents()).isEmpty();
    }

    @Test
    void group_and_person_are_called_by_their_ids() throws Exception {
        assertThat(house.send(toGroup(markdown("hello"), null))).isEqualTo(new Sent(Channel.APP_GROUP, "key-1"));
        assertThat(house.send(toPerson(markdown("hello")))).isEqualTo(new Sent(Channel.APP_PRIVATE, "key-2"));

        assertThat(platform.body(PlatformStub.GROUP).path("openConversationId").asString())
                .isEqualTo("cid");
        assertThat(platform.body(PlatformStub.GROUP).path("robotCode").asString())
                .isEqualTo("robot");
        assertThat(param(PlatformStub.GROUP).path("text").asString()).isEqualTo("hello");
        assertThat(platform.body(PlatformStub.PERSON).path("userIds").toString())
                .isEqualTo("[\"0123\"]");
        assertThat(platform.calls(PlatformStub.TOKEN)).isOne();
        assertThat(house.quota.use(QuotaMeter.Counter.OPEN_API).used()).isEqualTo(2);
    }

    @Test
    void buttons_make_the_person_speak() throws Exception {
        house.send(answer(choice(2)));
        JsonNode button = platform.body(PlatformStub.WEBHOOK)
                .path("actionCard")
                .path("btns")
                .get(0);
        assertThat(button.path("title").asString()).isEqualTo("b1");
        assertThat(button.path("actionURL").asString())
                .isEqualTo("dtmd://dingtalkclient/sendMessage?content=say%201%26%E4%B8%80");

        house.send(toGroup(choice(3), null));
        assertThat(platform.body(PlatformStub.GROUP).path("msgKey").asString()).isEqualTo("sampleActionCard3");
        assertThat(param(PlatformStub.GROUP).path("actionTitle3").asString()).isEqualTo("b3");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6})
    void other_numbers_of_buttons_find_a_form_too(int buttons) throws Exception {
        house.send(toGroup(choice(buttons), null));

        assertThat(platform.body(PlatformStub.GROUP).path("msgKey").asString())
                .isEqualTo(buttons == 1 ? "sampleActionCard" : "sampleMarkdown");
    }

    @Test
    void picture_is_uploaded_once_however_often_it_is_sent() throws Exception {
        house.send(toGroup(new Picture(HASH), null));
        house.send(toPerson(new Picture(HASH)));
        house.send(answer(new Picture(HASH)));

        assertThat(platform.calls(PlatformStub.UPLOAD)).isOne();
        assertThat(platform.bodies(PlatformStub.UPLOAD).get(0))
                .contains("name=\"media\"; filename=\"" + HASH + ".png\"");
        assertThat(platform.body(PlatformStub.GROUP).path("msgKey").asString()).isEqualTo("sampleImageMsg");
        assertThat(param(PlatformStub.GROUP).path("photoURL").asString()).isEqualTo("@media");
        assertThat(platform.body(PlatformStub.WEBHOOK)
                        .path("markdown")
                        .path("text")
                        .asString())
                .isEqualTo("![](@media)");
    }

    @Test
    void file_goes_by_call_even_where_a_reply_address_lives() throws Exception {
        house.send(answer(new File(HASH, "table.XLSX")));

        assertThat(platform.calls(PlatformStub.WEBHOOK)).isZero();
        assertThat(param(PlatformStub.GROUP).path("fileType").asString()).isEqualTo("xlsx");
    }

    @Test
    void failed_upload_is_no_doubt_about_the_message() {
        platform.answer(PlatformStub.UPLOAD, aResponse().withStatus(500));
        assertThat(house.send(toGroup(new Picture(HASH), null))).isEqualTo(UPLOAD_FAILED);

        platform.answer(PlatformStub.UPLOAD, okJson("{\"errcode\":40005,\"errmsg\":\"format\"}"));
        assertThat(house.send(toGroup(new File(HASH, "a.pdf"), null))).isEqualTo(new Refused("bad-media"));

        assertThat(house.send(toGroup(new Picture("b".repeat(64)), null))).isEqualTo(new Refused("media-missing"));
        assertThat(platform.calls(PlatformStub.GROUP)).isZero();
    }

    @Test
    void upload_that_fails_is_made_once_for_all_who_want_it_and_charged_once() {
        MessengerFixture impatient = impatient();
        platform.answer(PlatformStub.UPLOAD, okJson("{}").withFixedDelay(2_000));

        assertThat(IntStream.range(0, 4)
                        .mapToObj(group ->
                                CompletableFuture.supplyAsync(() -> impatient.send(toGroup(new Picture(HASH), null))))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList())
                .hasSize(4)
                .containsOnly(UPLOAD_FAILED);
        assertThat(impatient.send(toGroup(new Picture(HASH), null)))
                .as("to the next group")
                .isEqualTo(UPLOAD_FAILED);

        assertThat(platform.calls(PlatformStub.UPLOAD)).isOne();
        assertThat(impatient.quota.use(QuotaMeter.Counter.OPEN_API).used()).isOne();
    }

    /** Has its token, so that a cold start does not take its time. */
    private static MessengerFixture impatient() {
        MessengerFixture impatient = new MessengerFixture(platform.base(), "call-timeout", "500ms");
        await().ignoreExceptions()
                .until(() -> !impatient
                        .tokens
                        .token(Deadline.in(Duration.ofMinutes(1)))
                        .isEmpty());
        return impatient;
    }

    @Test
    void upload_that_takes_long_keeps_nobody_and_its_file_is_sent_when_it_is_through() {
        MessengerFixture waiting = impatient();
        waiting.content = new byte[2_000_000]; // gives it eight seconds more
        platform.answer(
                PlatformStub.UPLOAD,
                okJson("{\"errcode\":0,\"media_id\":\"@large\"}").withFixedDelay(3_000));
        Unreachable goesOn = new Unreachable("uploading", Duration.ofSeconds(5));

        assertThat(waiting.send(toGroup(new File(HASH, "a.pdf"), null))).isEqualTo(goesOn);
        long joined = System.nanoTime();
        assertThat(waiting.send(toGroup(new File(HASH, "a.pdf"), null))).isEqualTo(goesOn);
        assertThat(Duration.ofNanos(System.nanoTime() - joined)).isLessThan(Duration.ofSeconds(1));

        await().until(() -> waiting.send(toGroup(new File(HASH, "a.pdf"), null)) instanceof Sent);
        assertThat(platform.calls(PlatformStub.UPLOAD)).isOne();
    }

    @Test
    void too_long_is_refused_before_the_platform_does() {
        String fits = "\u4e00".repeat(4900);
        assertThat(house.send(toGroup(markdown(fits), null))).isInstanceOf(Sent.class);
        assertThat(house.send(toGroup(markdown(fits + fits), null))).isEqualTo(new Refused("too-long"));
        assertThat(house.send(answer(markdown(fits + fits)))).isEqualTo(new Refused("too-long"));
        assertThat(platform.calls(PlatformStub.GROUP)).isOne();
        assertThat(platform.calls(PlatformStub.WEBHOOK)).isZero();
    }

    @Test
    void repeat_says_that_it_may_be_one() throws Exception {
        house.messenger.send(
                toGroup(markdown("hello"), null), new Attempt(2, new Plan(Channel.APP_GROUP, false), true, false));

        assertThat(param(PlatformStub.GROUP).path("text").asString()).isEqualTo("hello\n\nmaybe-a-repeat");
    }

    @Test
    void stale_token_is_replaced_once() {
        platform.server.stubFor(post(urlPathEqualTo(PlatformStub.GROUP))
                .inScenario("stale")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(
                        aResponse().withStatus(400).withBody("{\"code\":\"InvalidAuthentication\",\"message\":\"m\"}"))
                .willSetStateTo("fresh"));

        assertThat(house.send(toGroup(markdown("hello"), null))).isInstanceOf(Sent.class);
        assertThat(platform.calls(PlatformStub.TOKEN)).isEqualTo(2);

        platform.answer(
                PlatformStub.GROUP,
                aResponse().withStatus(400).withBody("{\"code\":\"InvalidAuthentication\",\"message\":\"m\"}"));
        assertThat(house.send(toGroup(markdown("hello"), null))).isInstanceOf(Unreachable.class);
        assertThat(platform.calls(PlatformStub.TOKEN)).isEqualTo(3);
    }

    @Test
    void token_is_fetched_once_for_all_who_wait() {
        platform.answer(
                PlatformStub.TOKEN,
                okJson("{\"accessToken\":\"t\",\"expireIn\":7200}").withFixedDelay(200));

        IntStream.range(0, 8).parallel().forEach(i -> {
            try {
                house.tokens.token(Deadline.in(Duration.ofSeconds(19)));
            } catch (CallFailed e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(platform.calls(PlatformStub.TOKEN)).isOne();
    }

    @Test
    void wrong_credentials_hold_messages_back_and_lose_none() {
        platform.answer(
                PlatformStub.TOKEN,
                aResponse().withStatus(400).withBody("{\"code\":\"invalidClientIdOrSecret\",\"message\":\"m\"}"));

        assertThat(house.send(toGroup(markdown("hello"), null)))
                .isInstanceOfSatisfying(
                        Unreachable.class, later -> assertThat(later.reason()).isEqualTo(Faults.CREDENTIALS_REFUSED));
        assertThat(house.tokens.trouble()).isEqualTo(Faults.CREDENTIALS_REFUSED);
    }

    @Test
    void person_whom_the_platform_does_not_know_is_told_from_one_it_holds_back() {
        platform.answer(PlatformStub.PERSON, okJson("{\"processQueryKey\":\"k\",\"invalidStaffIdList\":[\"0123\"]}"));
        assertThat(house.send(toPerson(markdown("x")))).isEqualTo(new Refused("unknown-person"));

        platform.answer(
                PlatformStub.PERSON, okJson("{\"processQueryKey\":\"k\",\"flowControlledStaffIdList\":[\"0123\"]}"));
        assertThat(house.send(toPerson(markdown("x")))).isInstanceOf(Unreachable.class);
    }

    @Test
    void used_up_quota_alarms() {
        platform.answer(
                PlatformStub.GROUP,
                aResponse()
                        .withStatus(403)
                        .withBody("{\"code\":\"Forbidden.AccessDenied.ApiCountLimitForOrg\",\"message\":\"m\"}"));

        assertThat(house.send(toGroup(markdown("x"), null))).isEqualTo(new Refused("quota-exhausted"));
        assertThat(house.alarms.raised).containsExactly("quota-exhausted");
    }

    private static void file(com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
        platform.server.stubFor(get(urlPathEqualTo("/file")).willReturn(answer));
    }

    @Test
    void sent_file_is_fetched_whole() throws Exception {
        file(aResponse().withHeader("Content-Type", "image/png").withBody(new byte[] {1, 2, 3}));

        var downloaded = house.source.download("robot", "code");

        assertThat(downloaded.bytes()).containsExactly(1, 2, 3);
        assertThat(downloaded.contentType()).isEqualTo("image/png");
    }

    @Test
    void file_that_cannot_be_had_is_told_from_one_that_cannot_be_had_now() {
        file(aResponse().withStatus(404));
        assertThatExceptionOfType(Gone.class).isThrownBy(() -> house.source.download("robot", "code"));

        file(aResponse().withBody(new byte[Media.MAX_BYTES + 1]));
        assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> house.source.download("robot", "code"));

        file(aResponse().withStatus(302).withHeader("Location", platform.base() + "/elsewhere"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> house.source.download("robot", "code"))
                .isNotInstanceOf(Gone.class);

        file(aResponse().withStatus(503));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> house.source.download("robot", "code"))
                .isNotInstanceOf(Gone.class);

        platform.answer(
                PlatformStub.DOWNLOAD,
                aResponse()
                        .withStatus(400)
                        .withBody("{\"code\":\"invalidParameter.robotCode.downloadCode\",\"message\":\"\"}"));
        assertThatExceptionOfType(Gone.class).isThrownBy(() -> house.source.download("robot", "code"));
        assertThat(platform.server.getAllServeEvents())
                .noneMatch(event -> event.getRequest().getUrl().contains("elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/f",
                "ftp://127.0.0.1/f",
                "file:///etc/passwd",
                "http://u@127.0.0.1/f",
                "no url"
            })
    void file_is_fetched_from_nowhere_strange(String url) {
        platform.answer(PlatformStub.DOWNLOAD, okJson("{\"downloadUrl\":\"" + url + "\"}"));

        assertThatExceptionOfType(Gone.class).isThrownBy(() -> house.source.download("robot", "code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "0.1.2.3",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "::ffff:127.0.0.1"
            })
    void private_addresses_are_known(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
        assertThat(PublicAddress.is(InetAddress.getByName("203.119.0.1"))).isTrue();
        assertThat(PublicAddress.is(InetAddress.getByName("2400:3200::1"))).isTrue();
    }

    @Test
    void secrets_stay_out_of_the_log(CapturedOutput log) {
        platform.answer(PlatformStub.WEBHOOK, aResponse().withStatus(400).withBody("{\"code\":\"CANARY.unknown\"}"));
        platform.answer(PlatformStub.GROUP, aResponse().withStatus(400).withBody("<html>token-CANARY</html>"));
        house.send(answer(markdown("hello")));
        house.send(toGroup(markdown("hello"), null));
        house.send(toGroup(new Picture(HASH), null));

        assertThat(log.toString().replace("CANARY.unknown", "")).doesNotContain("CANARY");
        assertThat(List.of(
                        house.session(platform.session()).toString(),
                        PlatformFixture.settings("client-secret", "CANARY").toString()))
                .noneMatch(text -> text.contains("CANARY"));
        assertThat(Collections.singleton(
                        ConfiguredAccess.of(PlatformFixture.settings("client-id", "id", "client-secret", "CANARY"))
                                .toString()))
                .noneMatch(text -> text.contains("CANARY"));
    }
}
