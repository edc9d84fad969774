package ecobot.training;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Event;
import ecobot.outbox.StandingId;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.testing.FixedExtras;
import ecobot.testing.FixedExtras.Extra;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What calendars show of a session, as it changes. */
class SessionEventsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 8);

    private final TrainingFixture fixture = new TrainingFixture();
    private final Member trainer = fixture.roster.member("宣教员二", "分局", Role.TRAINER);
    private final Member orderer = fixture.roster.member("新丰联络员二", "新丰", Role.LIAISON);
    private final List<Outgoing> sent = new ArrayList<>();

    @Test
    void session_with_a_day_is_in_the_calendars_of_trainer_and_orderer() {
        events(true).follow(null, session(When.on(DAY, LocalTime.of(14, 0)), trainer.id(), 0, true));

        assertThat(said())
                .containsExactly("staff-4 培训：固废法 2026-12-08 14:00 false", "staff-5 培训：固废法 2026-12-08 14:00 false");
        assertThat(sent).extracting(Outgoing::key).doesNotHaveDuplicates();
    }

    @Test
    void another_trainer_and_a_cancelled_session_take_it_out() {
        var before = session(When.on(DAY, LocalTime.of(14, 0)), trainer.id(), 0, true);

        events(true).follow(before, session(When.on(DAY, null), null, 1, true));
        assertThat(said())
                .containsExactly("staff-4 培训：固废法 2026-12-08 14:00 true", "staff-5 培训：固废法 2026-12-08 null false");

        sent.clear();
        events(true).follow(before, session(before.when(), trainer.id(), 2, false));
        assertThat(said()).allMatch(line -> line.endsWith("true")).hasSize(2);
    }

    @Test
    void month_alone_what_is_past_and_calendars_that_are_off_lead_to_nothing() {
        events(true).follow(null, session(When.in(YearMonth.of(2026, 12)), trainer.id(), 0, true));
        events(true).follow(null, session(When.on(LocalDate.of(2026, 11, 2), null), trainer.id(), 0, true));
        events(false).follow(null, session(When.on(DAY, null), trainer.id(), 0, true));

        assertThat(sent).isEmpty();
    }

    @Test
    void what_was_refused_is_sent_again_as_it_is_by_now() {
        var moved = session(When.on(DAY.plusDays(1), null), trainer.id(), 3, true);
        var undated = session(When.in(YearMonth.of(2026, 12)), trainer.id(), 4, true);

        assertThat(events(true).again(moved, trainer.staffId(), 77)).isTrue();
        assertThat(events(true).again(undated, trainer.staffId(), 78)).isFalse();

        assertThat(said())
                .containsExactly("staff-4 培训：固废法 2026-12-09 null false", "staff-4 培训：固废法 2026-12-31 null true");
        assertThat(sent).extracting(Outgoing::key).doesNotHaveDuplicates();
        var id = ((Outgoing.StandingTarget) sent.get(0).target()).id();
        assertThat(StandingId.of("issue", id)).isEmpty();
        assertThat(SessionEvents.own(id)).contains(new StandingId("training", 12, trainer.staffId()));
    }

    private List<String> said() {
        return sent.stream()
                .map(message -> (Event) message.content())
                .map(event -> event.staffId() + " " + event.subject() + " " + event.day() + " " + event.from() + " "
                        + event.gone())
                .toList();
    }

    private SessionEvents events(boolean on) {
        var extras = FixedExtras.with(Extra.CALENDARS, on);
        return new SessionEvents(
                extras,
                outbox(),
                orders(),
                fixture.roster,
                fixture.templates,
                Clock.fixed(TrainingFixture.NOW, Zone.SHANGHAI));
    }

    private Outbox outbox() {
        return answering(Outbox.class, message -> sent.add((Outgoing) message));
    }

    private OrderMapper orders() {
        return answering(OrderMapper.class, id -> orderer.id());
    }

    /** An implementation that answers every call by its first argument. */
    private static <T> T answering(Class<T> type, java.util.function.Function<Object, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.apply(arguments[0])));
    }

    private static Session session(When when, @Nullable Long trainerId, int revision, boolean planned) {
        return new Session(
                12,
                when,
                "固废法",
                "",
                Set.of(),
                "宣教员二",
                trainerId,
                "301",
                false,
                null,
                planned ? Session.State.PLANNED : Session.State.CANCELLED,
                null,
                null,
                null,
                1,
                revision,
                0);
    }
}
