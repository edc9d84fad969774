package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import ecobot.audit.Diagnosis.State;
import ecobot.calendar.SettableClock;
import ecobot.media.Media;
import ecobot.media.MediaSource;
import ecobot.outbox.Messenger;
import ecobot.outbox.Messenger.Attempt;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.roster.Roster;
import ecobot.testing.EcoBotIT;
import ecobot.testing.SandboxClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room in its house, over the real wire. */
@EcoBotIT
class StandInIT {

    private final StreamConnection connection;
    private final Messenger messenger;
    private final Outbox outbox;
    private final MediaSource source;
    private final Media media;
    private final DingTalkDiagnosis diagnosis;
    private final CustomRobotMapper slots;
    private final TodoApi todoApi;
    private final UnionIds unionIds;
    private final TodoMapper todoRows;
    private final CalendarApi calendarApi;
    private final EventMapper eventRows;
    private final CardMapper cardRows;
    private final CardApi cardApi;
    private final Roster roster;
    private final JdbcClient jdbc;
    private final QuotaMeter meter;
    private final SandboxClient sandbox;

    @Autowired
    StandInIT(
            StreamConnection connection,
            Messenger messenger,
            Outbox outbox,
            MediaSource source,
            Media media,
            DingTalkDiagnosis diagnosis,
            CustomRobotMapper slots,
            TodoApi todoApi,
            UnionIds unionIds,
            TodoMapper todoRows,
            CalendarApi calendarApi,
            EventMapper eventRows,
            CardMapper cardRows,
            OpenApi api,
            Sdk sdk,
            DingTalkAccess access,
            Roster roster,
            JdbcClient jdbc,
            QuotaMeter meter,
            @Value("${local.server.port}") int port) {
        this.connection = connection;
        this.messenger = messenger;
        this.outbox = outbox;
        this.source = source;
        this.media = media;
        this.diagnosis = diagnosis;
        this.slots = slots;
        this.todoApi = todoApi;
        this.unionIds = unionIds;
        this.todoRows = todoRows;
        this.calendarApi = calendarApi;
        this.eventRows = eventRows;
        this.cardRows = cardRows;
        cardApi = new CardApi(api, sdk, access, PlatformFixture.settings("card.template", "demo.schema"));
        this.roster = roster;
        this.jdbc = jdbc;
        this.meter = meter;
        sandbox = new SandboxClient("http://127.0.0.1:" + port);
    }

    @BeforeEach
    void awaitConnection() {
        await().until(() -> connection.status().connected());
    }

    private String group() {
        for (var conversation : sandbox.get("/sandbox/api/conversations")) {
            boolean member = conversation.path("members").toString().contains("\"xinfeng-1\"");
            if (member && conversation.path("type").asString().equals("group")) {
                return conversation.path("openConversationId").asString();
            }
        }
        throw new IllegalStateException("the stand-in has no group");
    }

    private String row(String column, String msgId) {
        return await().until(
                        () -> jdbc.sql("select " + column + " from inbox where msg_id = ?")
                                .param(msgId)
                                .query(String.class)
                                .optional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static byte[] png() {
        return Base64.getDecoder()
                .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");
    }

    @Test
    void line_typed_in_a_group_becomes_a_row() {
        String msgId = sandbox.say("xinfeng-1", group(), "platform-test hello");

        assertThat(row("message", msgId)).contains("platform-test hello").contains("xinfeng-1");
        assertThat(row("raw", msgId)).doesNotContain("sessionWebhook\"");
    }

    @Test
    void photo_in_a_message_can_be_fetched() throws Exception {
        String photo = Base64.getEncoder().encodeToString(png());
        String msgId = sandbox.post(
                group(),
                Map.of(
                        "senderStaffId",
                        "xinfeng-1",
                        "text",
                        "platform-test photo",
                        "mention",
                        true,
                        "photos",
                        List.of(photo)));
        String message = row("message", msgId);
        String code = Json.object(row("raw", msgId)).findValue("downloadCode").asString();

        assertThat(message).contains(code);
        assertThat(source.download("demo", code).bytes()).isEqualTo(png());
    }

    private Messenger.Result send(Outgoing message) {
        return messenger.send(
                message, new Attempt(1, messenger.plan(message, Set.of()).orElseThrow(), false, false));
    }

    @Test
    void every_kind_of_message_reaches_a_group() {
        String group = group();
        long before = sandbox.lastSeq(group);
        String hash = media.keep(png(), "image/png");
        Outgoing.GroupTarget target = new Outgoing.GroupTarget(group, null);

        assertThat(List.of(
                        new Outgoing.Markdown("platform-title", "### platform-title\n\nplatform-text"),
                        new Outgoing.Choice(
                                "platform-choice",
                                "1 a\n\n2 b",
                                List.of(new Outgoing.Button("a", "say a"), new Outgoing.Button("b", "say b"))),
                        new Outgoing.Picture(hash)))
                .allSatisfy(content -> assertThat(
                                send(new Outgoing("k", target, content, List.of(), Outgoing.Kind.POST)))
                        .isInstanceOfSatisfying(
                                Sent.class, sent -> assertThat(sent.channel()).isEqualTo(Channel.APP_GROUP)));

        assertThat(sandbox.answers(group, before))
                .extracting(SandboxClient.Said::msgtype)
                .contains("markdown", "actionCard");
        assertThat(jdbc.sql("select count(*) from media_upload where hash = ?")
                        .param(hash)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void file_that_cannot_be_uploaded_is_given_up_and_what_waits_behind_it_is_sent() {
        String group = group();
        long metered = metered()[0];
        String hash = media.keep("platform-large".getBytes(StandardCharsets.UTF_8), "application/pdf");
        sandbox.faults(Map.of("http", List.of(Map.of("path", "/media/upload", "kind", "RESET"))));
        try {
            outbox.enqueue(notice("platform-file", group, new Outgoing.File(hash, "large.pdf")));
            outbox.enqueue(notice("platform-behind", group, new Outgoing.Markdown("t", "platform-behind")));

            await().until(() -> {
                // Nobody wants to wait for the minutes between the attempts.
                jdbc.sql(
                                "update outbox set not_before = queued_at where message_key = 'platform-file' and state = 'RETRY'")
                        .update();
                return outcome("platform-behind").equals("SENT ");
            });
        } finally {
            sandbox.faults(Map.of("reset", true));
        }
        assertThat(outcome("platform-file")).isEqualTo("FAILED upload-failed");
        assertThat(metered()[0] - metered).isLessThan(8);
    }

    private static Outgoing notice(String key, String group, Outgoing.Content content) {
        return new Outgoing(key, new Outgoing.GroupTarget(group, null), content, List.of(), Outgoing.Kind.NOTICE);
    }

    private String outcome(String key) {
        return jdbc.sql("select concat(state, ' ', coalesce(reason, '')) from outbox where message_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    @Test
    void person_gets_a_message_in_private() {
        long before = sandbox.lastSeq("private:xinfeng-1");

        var result = send(new Outgoing(
                "k",
                new Outgoing.PersonTarget("xinfeng-1", null),
                new Outgoing.Markdown("t", "platform-private"),
                List.of(),
                Outgoing.Kind.NOTICE));

        assertThat(result).isInstanceOf(Sent.class);
        assertThat(sandbox.answers("private:xinfeng-1", before))
                .anySatisfy(said -> assertThat(said.text()).contains("platform-private"));
    }

    @Test
    void group_with_nothing_but_a_custom_robot_gets_the_same_through_it_once() {
        long before = sandbox.lastSeq("cidBulletin");
        Outgoing message = new Outgoing(
                "bulletin-" + before,
                new Outgoing.GroupTarget("cidBulletin", null),
                new Outgoing.Markdown("bulletin", "@manager-1 bulletin-text"),
                List.of("manager-1"),
                Outgoing.Kind.POST);

        assertThat(send(message)).isEqualTo(new Sent(Channel.CUSTOM_ROBOT, null));
        assertThat(send(message)).isEqualTo(new Sent(Channel.CUSTOM_ROBOT, null));

        assertThat(sandbox.messages("cidBulletin", before)).singleElement().satisfies(said -> {
            assertThat(said.channel()).isEqualTo("custom-robot");
            assertThat(said.text()).contains("bulletin-text");
        });
    }

    /** Two nodes at once; the control is the sum, which would be forty without the shared slots. */
    @Test
    void two_nodes_share_a_custom_robots_twenty_messages_a_minute() {
        SettableClock clock = new SettableClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        Instant start = Instant.parse("2026-03-02T01:00:00Z");
        clock.set(start);
        DingTalkSettings settings = PlatformFixture.settings();
        List<CustomRobotPace> nodes =
                List.of(new CustomRobotPace(slots, settings, clock), new CustomRobotPace(slots, settings, clock));

        long taken = IntStream.range(0, 40)
                .parallel()
                .filter(n -> {
                    boolean free =
                            nodes.get(n % 2).take("shared", "message-" + n).isEmpty();
                    nodes.get(n % 2).answered("shared", "message-" + n);
                    return free;
                })
                .count();

        assertThat(taken).isEqualTo(20);
        clock.set(start.plus(CustomRobotPace.WINDOW).minusMillis(1));
        assertThat(nodes.get(0).take("shared", "late")).isPresent();
        clock.set(start.plus(CustomRobotPace.WINDOW));
        assertThat(nodes.get(1).take("shared", "late")).isEmpty();
    }

    private static Outgoing todo(String sourceId, String subject, boolean done) {
        return new Outgoing(
                "k",
                new Outgoing.StandingTarget(sourceId),
                new Outgoing.Todo("yuxin-1", subject, Instant.parse("2026-12-01T10:00:00Z"), done),
                List.of(),
                Outgoing.Kind.NOTICE);
    }

    private List<String> todos(long after) {
        return sandbox.messages("private:yuxin-1", after).stream()
                .filter(said -> said.msgtype().equals("todo"))
                .map(said ->
                        said.text() + " " + said.raw().path("raw").path("done").asBoolean())
                .toList();
    }

    @Test
    void todo_is_made_once_changed_in_place_and_ticked_off() {
        long before = sandbox.lastSeq("private:yuxin-1");
        String sourceId = "platform-todo-" + before;

        assertThat(send(todo(sourceId, "never made", true))).isEqualTo(new Sent(Channel.TODO, ""));
        assertThat(send(todo(sourceId, "first", false))).isInstanceOf(Sent.class);
        assertThat(send(todo(sourceId, "first", false))).isInstanceOf(Sent.class);
        assertThat(send(todo(sourceId, "second", false))).isInstanceOf(Sent.class);
        // What a crash between the platform's answer and our note of it leaves.
        jdbc.sql("update dingtalk_todo set task_id = null where source_id = ?")
                .param(sourceId)
                .update();
        assertThat(send(todo(sourceId, "second", true))).isInstanceOf(Sent.class);

        assertThat(todos(before)).containsExactly("first false", "second false", "second true");
    }

    @Test
    void todo_without_permission_is_refused_and_the_platform_left_in_peace() {
        Todos turnedAway = new Todos(todoApi, unionIds, todoRows, Clock.systemUTC());
        Outgoing message = todo("platform-todo-denied", "x", false);
        Outgoing.Todo content = (Outgoing.Todo) message.content();
        sandbox.faults(Map.of("switches", Map.of("extrasAllowed", false)));
        try {
            assertThatThrownBy(
                            () -> turnedAway.send("platform-todo-denied", content, Deadline.in(Duration.ofSeconds(19))))
                    .hasMessage("permission-missing");
        } finally {
            sandbox.faults(Map.of("switches", Map.of("extrasAllowed", true)));
        }

        assertThat(turnedAway.isTurnedAway()).isTrue();
        assertThat(assertDoesNotThrow(
                        () -> turnedAway.send("platform-todo-denied", content, Deadline.in(Duration.ofSeconds(19)))))
                .isEqualTo(new Messenger.Refused("permission-missing"));
    }

    private static Outgoing event(String sourceId, String subject, @Nullable LocalTime from, boolean gone) {
        return new Outgoing(
                "k",
                new Outgoing.StandingTarget(sourceId),
                new Outgoing.Event("yuxin-1", subject, "301", LocalDate.of(2026, 12, 8), from, 120, gone),
                List.of(),
                Outgoing.Kind.NOTICE);
    }

    private List<String> events(long after) {
        return sandbox.messages("private:yuxin-1", after).stream()
                .filter(said -> said.msgtype().equals("calendar"))
                .map(said -> said.raw().path("raw"))
                .map(raw -> raw.path("summary").asString() + " "
                        + raw.path("start").path("dateTime").asString("") + " "
                        + raw.path("end").path("date").asString("") + " "
                        + raw.path("deleted").asBoolean())
                .toList();
    }

    @Test
    void event_is_made_once_moved_in_place_and_taken_out() {
        long before = sandbox.lastSeq("private:yuxin-1");
        String sourceId = "platform-event-" + before;
        LocalTime two = LocalTime.of(14, 0);

        assertThat(send(event(sourceId, "never made", two, true))).isEqualTo(new Sent(Channel.CALENDAR, ""));
        assertThat(send(event(sourceId, "first", two, false))).isInstanceOf(Sent.class);
        assertThat(send(event(sourceId, "first", two, false))).isInstanceOf(Sent.class);
        // What a crash between the platform's answer and our note of it leaves.
        jdbc.sql("update dingtalk_event set event_id = null where source_id = ?")
                .param(sourceId)
                .update();
        assertThat(send(event(sourceId, "second", null, false))).isInstanceOf(Sent.class);
        assertThat(send(event(sourceId, "second", null, true))).isInstanceOf(Sent.class);
        assertThat(send(event(sourceId, "second", null, true))).isEqualTo(new Sent(Channel.CALENDAR, ""));
        assertThat(send(event(sourceId, "again", two, false))).isInstanceOf(Sent.class);

        assertThat(events(before))
                .containsExactly(
                        "first 2026-12-08T14:00:00+08:00  false",
                        "second  2026-12-09 false",
                        "second  2026-12-09 true",
                        "again 2026-12-08T14:00:00+08:00  false");
    }

    @Test
    void event_that_the_person_took_out_stays_out() throws Exception {
        long before = sandbox.lastSeq("private:yuxin-1");
        String sourceId = "platform-event-gone-" + before;
        send(event(sourceId, "first", null, false));
        calendarApi.delete(
                unionIds.of("yuxin-1", Deadline.in(Duration.ofSeconds(19))),
                jdbc.sql("select event_id from dingtalk_event where source_id = ?")
                        .param(sourceId)
                        .query(String.class)
                        .single(),
                Deadline.in(Duration.ofSeconds(19)));

        assertThat(send(event(sourceId, "second", null, false))).isEqualTo(new Messenger.Refused("event-gone"));
        assertThat(send(event(sourceId, "second", null, true))).isInstanceOf(Sent.class);
    }

    @Test
    void event_without_permission_is_refused_and_the_platform_left_in_peace() {
        Calendars turnedAway = new Calendars(calendarApi, unionIds, eventRows, Clock.systemUTC());
        Outgoing message = event("platform-event-denied", "x", null, false);
        Outgoing.Event content = (Outgoing.Event) message.content();
        sandbox.faults(Map.of("switches", Map.of("extrasAllowed", false)));
        try {
            assertThatThrownBy(() ->
                            turnedAway.send("platform-event-denied", content, Deadline.in(Duration.ofSeconds(19))))
                    .hasMessage("permission-missing");
        } finally {
            sandbox.faults(Map.of("switches", Map.of("extrasAllowed", true)));
        }

        assertThat(turnedAway.isTurnedAway()).isTrue();
        assertThat(assertDoesNotThrow(
                        () -> turnedAway.send("platform-event-denied", content, Deadline.in(Duration.ofSeconds(19)))))
                .isEqualTo(new Messenger.Refused("permission-missing"));
    }

    @Test
    void meter_agrees_with_the_platforms_bill() {
        String group = group();
        var target = new Outgoing.GroupTarget(group, null);
        var nowhere = new Outgoing.GroupTarget("cidNowhere", null);
        var hello = new Outgoing.Markdown("t", "platform-bill");
        long[] before = bill();
        long[] metered = metered();

        sandbox.faults(Map.of(
                "http",
                List.of(
                        Map.of("path", "/v1.0/robot/groupMessages/send", "kind", "THROTTLE", "skip", 5, "count", 4),
                        Map.of(
                                "path",
                                "/v1.0/robot/groupMessages/send",
                                "kind",
                                "RESET",
                                "processed",
                                true,
                                "skip",
                                12,
                                "count",
                                2))));
        try {
            for (int i = 0; i < 25; i++) {
                send(new Outgoing("k", i % 8 == 7 ? nowhere : target, hello, List.of(), Outgoing.Kind.POST));
                sandbox.say("xinfeng-1", group, "platform-test bill");
            }
        } finally {
            sandbox.faults(Map.of("reset", true));
        }

        await().untilAsserted(() -> {
            long[] billed = bill();
            long[] counted = metered();
            assertThat(billed[0] - before[0]).as("calls").isGreaterThanOrEqualTo(21);
            assertThat(billed[1] - before[1]).as("messages").isGreaterThanOrEqualTo(25);
            assertThat(counted[0] - metered[0]).isEqualTo(billed[0] - before[0]);
            assertThat(counted[1] - metered[1]).isEqualTo(billed[1] - before[1]);
        });
    }

    @Test
    void disbanded_group_is_told_for_what_it_is() {
        sandbox.faults(Map.of("switches", Map.of("goneGroups", List.of(group()))));
        try {
            assertThat(send(new Outgoing(
                            "k",
                            new Outgoing.GroupTarget(group(), null),
                            new Outgoing.Markdown("t", "platform-gone"),
                            List.of(),
                            Outgoing.Kind.POST)))
                    .isEqualTo(new Messenger.TargetGone("group-gone"));
        } finally {
            sandbox.faults(Map.of("reset", true));
        }
    }

    private long[] bill() {
        var quota = sandbox.get("/sandbox/api/quota");
        return new long[] {
            quota.path("openApi").path("used").asLong(),
            quota.path("webhookAndStream").path("used").asLong()
        };
    }

    private long[] metered() {
        return new long[] {
            meter.use(QuotaMeter.Counter.OPEN_API).used(),
            meter.use(QuotaMeter.Counter.WEBHOOK_STREAM).used()
        };
    }

    @Test
    void card_whose_first_answer_was_lost_shows_what_the_issue_became_meanwhile() throws Exception {
        String group = group();
        long before = sandbox.lastSeq(group);
        String trackId = "platform-late-card-" + before;
        Cards cards = new Cards(
                cardApi,
                cardRows,
                roster,
                PlatformFixture.settings("card.template", "demo.schema"),
                Clock.systemUTC(),
                Clock.systemUTC());
        Outgoing.Card first = card(trackId, 0, "new");
        sandbox.faults(Map.of(
                "http",
                List.of(Map.of(
                        "path",
                        "/v1.0/card/instances/createAndDeliver",
                        "kind",
                        "RESET",
                        "processed",
                        true,
                        "count",
                        1))));
        try {
            assertThatThrownBy(() -> cards.deliver(group, first, List.of(), attempt(1, false), patience()))
                    .isInstanceOf(CallFailed.class);
        } finally {
            sandbox.faults(Map.of("reset", true));
        }

        assertThat(cards.update(card(trackId, 7, "confirmed"), patience())).isEqualTo(new Sent(Channel.CARD, null));
        assertThat(cards.deliver(group, first, List.of(), attempt(2, true), patience()))
                .isEqualTo(new Sent(Channel.CARD, trackId));

        assertThat(sandbox.messages(group, before))
                .filteredOn(said -> said.channel().equals("card"))
                .singleElement()
                .satisfies(said -> assertThat(said.text()).isEqualTo("confirmed"));
    }

    private static Outgoing.Card card(String trackId, long version, String text) {
        return new Outgoing.Card(trackId, version, "t", text, List.of(), new Outgoing.Markdown("t", text));
    }

    private static Attempt attempt(int number, boolean pinned) {
        return new Attempt(number, new Messenger.Plan(Channel.CARD, true), false, pinned);
    }

    private static Deadline patience() {
        return Deadline.in(Duration.ofSeconds(19));
    }

    @Test
    void newest_state_of_a_card_is_kept_whatever_order_states_come_in() {
        cardRows.keep("platform-card", 0, "zero");
        cardRows.keep("platform-card", 5, "five");
        cardRows.keep("platform-card", 4, "four");
        assertThat(cardRows.find("platform-card")).isEqualTo(new CardMapper.Kept(5, "five", null));

        Instant at = Instant.parse("2026-03-02T01:00:00Z");
        cardRows.delivered("platform-card", at);
        cardRows.keep("platform-card", 5, "five again");
        assertThat(cardRows.find("platform-card")).isEqualTo(new CardMapper.Kept(5, "five again", at));
    }

    @Test
    void diagnosis_finds_nothing_to_mend() {
        assertThat(diagnosis.findings()).hasSize(7).noneMatch(finding -> finding.state() == State.BAD);
    }
}
