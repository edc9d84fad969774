package ecobot.dingtalk;

import ecobot.dingtalk.Fault.Remedy;
import ecobot.outbox.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked of the platform; a new call is a new constant, and {@link EveryCallEveryFaultIT} fails until there is one. */
enum PlatformCall {
    WEBHOOK(
            "SessionWebhook.exchange",
            PlatformStub.WEBHOOK,
            (house, deadline) -> house.webhook.post(
                    house.base.resolve(PlatformStub.WEBHOOK + "?session=CANARY"),
                    WebhookBody.picture("t", "@m"),
                    QuotaMeter.Counter.SESSION_REPLY)),
    GROUP(
            "robot.orgGroupSend",
            PlatformStub.GROUP,
            (house, deadline) -> house.robot.sendToGroup("cid", hello(), deadline)),
    PERSON(
            "robot.batchSendOTO",
            PlatformStub.PERSON,
            (house, deadline) -> house.robot.sendToPerson("0123", hello(), deadline)),
    READERS(
            "robot.orgGroupQuery",
            PlatformStub.READERS,
            (house, deadline) -> house.readLists.list("cid", "key-1", deadline)),
    RECALL_IN_GROUP(
            "robot.orgGroupRecall",
            PlatformStub.RECALL_IN_GROUP,
            (house, deadline) -> house.recall.inGroup("cid", List.of("key-1"), deadline)),
    RECALL_IN_PRIVATE(
            "robot.batchRecallOTO",
            PlatformStub.RECALL_IN_PRIVATE,
            (house, deadline) -> house.recall.inPrivate(List.of("key-1"), deadline)),
    DING(
            "robot.robotSendDing",
            PlatformStub.DING,
            (house, deadline) -> house.robot.ding(List.of("0123"), "hello", deadline)),
    DOWNLOAD(
            "robot.robotMessageFileDownload",
            PlatformStub.DOWNLOAD,
            (house, deadline) -> house.robot.downloadUrl("robot", "code", deadline)),
    CARD_DELIVERY(
            "card.createAndDeliver",
            PlatformStub.CARD_DELIVERY,
            (house, deadline) -> house.cardApi.deliver("track", "cid", card(), Map.of(), deadline)),
    CARD_CHANGE(
            "card.updateCard",
            PlatformStub.CARDS,
            (house, deadline) -> house.cardApi.update("track", card(), deadline)),
    NEW_TODO(
            "todo.createTodoTask",
            PlatformStub.TODOS,
            (house, deadline) -> house.todoApi.create("union-1", "source-1", todo(), deadline)),
    TODO_SEARCH(
            "todo.getTodoTaskBySourceId",
            PlatformStub.TODO_OF_SOURCE,
            (house, deadline) -> house.todoApi.find("union-1", "source-1", deadline)),
    TODO_CHANGE(
            "todo.updateTodoTask",
            PlatformStub.TODO,
            (house, deadline) -> house.todoApi.update("union-1", "task-1", todo(), deadline)),
    NEW_EVENT(
            "calendar.createEvent",
            PlatformStub.EVENTS,
            (house, deadline) -> house.calendarApi.create("union-1", "token-1", event(), deadline)),
    EVENT_CHANGE(
            "calendar.patchEvent",
            PlatformStub.EVENT,
            (house, deadline) -> house.calendarApi.update("union-1", "event-1", event(), deadline)),
    EVENT_REMOVAL(
            "calendar.deleteEvent",
            PlatformStub.EVENT,
            (house, deadline) -> house.calendarApi.delete("union-1", "event-1", deadline)),
    UPLOAD(
            "MediaUploads.uploadOnce",
            PlatformStub.UPLOAD,
            (house, deadline) ->
                    house.uploads.mediaId(MessengerFixture.HASH, MediaUploads.Kind.IMAGE, "a.png", deadline)),
    UNION_ID("UnionIds.ask", PlatformStub.USER, (house, deadline) -> house.unionIds.of("0123", deadline)),
    TOKEN("oauth2.getAccessToken", PlatformStub.TOKEN, (house, deadline) -> house.tokens.token(deadline));

    /** The method of the SDK, or ours that uses plain HTTP; as {@link PlatformCalls} finds it. */
    final String asks;

    final String path;
    private final Deed deed;

    PlatformCall(String asks, String path, Deed deed) {
        this.asks = asks;
        this.path = path;
        this.deed = deed;
    }

    private interface Deed {
        void make(MessengerFixture house, Deadline deadline) throws CallFailed;
    }

    /** The fault that it ends with; null for none. */
    @Nullable
    Fault make(MessengerFixture house) {
        try {
            deed.make(house, Deadline.in(Duration.ofSeconds(10)));
            return null;
        } catch (CallFailed e) {
            return e.fault();
        }
    }

    /** What {@code kind} means for this call: asking twice for a token or an id is harmless, so a doubt about it is none; uploading twice is, but costs. */
    Remedy meant(FaultKind kind) {
        if (kind.remedy != Remedy.UNKNOWN) {
            return kind.remedy;
        }
        return switch (this) {
            case UNION_ID, TOKEN -> Remedy.LATER;
            case UPLOAD -> Remedy.FRUITLESS;
            default -> Remedy.UNKNOWN;
        };
    }

    /** The word for it; null where it depends on who reads the answer. */
    @Nullable
    String reason(FaultKind kind) {
        return meant(kind) == Remedy.FRUITLESS ? "upload-failed" : kind.reason;
    }

    /** Whether an answer of this kind is one that the call may well end with: of a removal there is nothing to tell. */
    boolean isFaultless(FaultKind kind) {
        return this == EVENT_REMOVAL && kind.isNothing();
    }

    private static RobotMessage hello() {
        return RobotMessage.of(MessengerFixture.markdown("hello"));
    }

    private static CardState card() {
        return new CardState(Map.of("title", "hello"), List.of());
    }

    private static Outgoing.Todo todo() {
        return new Outgoing.Todo("0123", "hello", Instant.parse("2026-12-01T10:00:00Z"), false);
    }

    private static Outgoing.Event event() {
        return new Outgoing.Event("0123", "hello", "301", LocalDate.of(2026, 12, 8), LocalTime.of(14, 0), 120, false);
    }
}
