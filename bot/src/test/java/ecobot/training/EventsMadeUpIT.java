package ecobot.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecobot.calendar.Zone;
import ecobot.chat.Templates;
import ecobot.outbox.Messenger;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing.Event;
import ecobot.outbox.RefusedExtras;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.testing.EdgesFakedIT;
import ecobot.testing.FakeMessenger;
import ecobot.testing.FixedExtras;
import ecobot.testing.FixedExtras.Extra;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An organisation that gives the permission for calendars after the fact. When which one is tried is told in {@code TodosMadeUpIT}. */
@EdgesFakedIT
class EventsMadeUpIT {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 8);

    private final FakeMessenger messenger;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final Member trainer;
    private final Sessions sessions;
    private final EventsMadeUp soon;
    private final EventsMadeUp anHourLater;

    @Autowired
    EventsMadeUpIT(
            FakeMessenger messenger,
            Outbox outbox,
            RefusedExtras refused,
            TransactionTemplate transaction,
            JdbcClient sql,
            SessionMapper rows,
            OrderMapper orders,
            Roster roster,
            Templates templates) {
        this.messenger = messenger;
        this.transaction = transaction;
        this.sql = sql;
        this.trainer = roster.membersWith(Role.TRAINER).get(0);
        var extras = FixedExtras.with(Extra.CALENDARS);
        var events = new SessionEvents(
                extras, outbox, orders, roster, templates, Clock.fixed(TrainingFixture.NOW, Zone.SHANGHAI));
        this.sessions = new Sessions(rows, events);
        var clock = Clock.systemUTC();
        this.soon = new EventsMadeUp(extras, refused, events, sessions, transaction, clock);
        this.anHourLater = new EventsMadeUp(
                extras, refused, events, sessions, transaction, Clock.offset(clock, Duration.ofMinutes(61)));
    }

    @AfterEach
    void nothing_is_planned() {
        sql.sql("delete from training_session").update();
    }

    @Test
    void refused_entries_are_all_made_as_they_are_by_then_once_one_goes() {
        var planned = Stream.of("固废法", "噪声法", "排污许可").map(this::planned).toList();
        awaitOver(planned, 3);
        soon.look();
        assertThat(said(planned)).as("the platform is left in peace").isEqualTo(3);
        sql.sql("update training_session set day_on = ? where id = ?")
                .params(DAY.plusDays(1), planned.get(1))
                .update();
        sql.sql("update training_session set state = 'CANCELLED' where id = ?")
                .param(planned.get(2))
                .update();

        planned.forEach(id -> messenger.answers(lane(id), (message, attempt) -> FakeMessenger.sent(attempt)));
        while (planned.stream().noneMatch(id -> isMade(id))) {
            anHourLater.look();
            awaitIdle(planned);
        }
        soon.look();
        awaitIdle(planned);

        assertThat(last(planned.get(0)).day()).isEqualTo(DAY);
        assertThat(last(planned.get(1)).day()).as("moved meanwhile").isEqualTo(DAY.plusDays(1));
        assertThat(last(planned.get(2)).gone()).as("cancelled meanwhile").isTrue();
        assertThat(said(planned)).as("each once more").isEqualTo(6);
    }

    private long planned(String topic) {
        return transaction.execute(status -> {
            long id = sessions.add(
                    new Outline(
                            When.on(DAY, LocalTime.of(14, 0)),
                            topic,
                            "",
                            Set.of(),
                            trainer.name(),
                            trainer.id(),
                            "301",
                            false,
                            null),
                    trainer,
                    TrainingFixture.NOW);
            messenger.answers(lane(id), (message, attempt) -> new Messenger.Refused(RefusedExtras.NO_PERMISSION));
            return id;
        });
    }

    private String lane(long id) {
        return "standing:ecobot-training-" + id + "-" + trainer.staffId();
    }

    private boolean isMade(long id) {
        return count("message_key like ? and state = 'SENT'", id) > 0;
    }

    private long said(List<Long> planned) {
        return planned.stream().mapToLong(id -> messages(id).size()).sum();
    }

    private Event last(long id) {
        var said = messages(id);
        return (Event) said.get(said.size() - 1).message().content();
    }

    private List<FakeMessenger.Attempted> messages(long id) {
        return messenger.attempts("calendar:" + id + ":");
    }

    private void awaitOver(List<Long> planned, int messages) {
        await().until(() -> planned.stream()
                        .mapToLong(id -> count("message_key like ? and open_lane is null", id))
                        .sum()
                >= messages);
    }

    private void awaitIdle(List<Long> planned) {
        await().until(() -> planned.stream().allMatch(id -> count("message_key like ? and open_lane > ''", id) == 0));
    }

    private long count(String condition, long id) {
        return sql.sql("select count(*) from outbox where " + condition)
                .param("calendar:" + id + ":%")
                .query(Long.class)
                .single();
    }
}
