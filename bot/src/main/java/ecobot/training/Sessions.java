package ecobot.training;

import ecobot.chat.UserMistake;
import ecobot.roster.Member;
import ecobot.training.SessionMapper.Content;
import ecobot.training.SessionMapper.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The plan: every session of every year. Writes in the caller's transaction. */
@Component
class Sessions {

    private static final int MONTHS_AHEAD = 24;
    private static final int DAYS_BEFORE = 7;

    private final SessionMapper mapper;
    private final SessionEvents events;

    Sessions(SessionMapper mapper, SessionEvents events) {
        this.mapper = mapper;
        this.events = events;
    }

    long add(Outline outline, Member by, Instant at) {
        mapper.insert(content(outline), by.id(), at);
        long id = mapper.inserted();
        outline.unitIds().forEach(unit -> mapper.addUnit(id, unit));
        events.follow(null, one(id));
        return id;
    }

    void change(long id, Outline outline) {
        var before = one(id);
        mapper.update(id, content(outline));
        mapper.removeUnits(id);
        outline.unitIds().forEach(unit -> mapper.addUnit(id, unit));
        events.follow(before, one(id));
    }

    /** It is known now who ordered it. */
    void ordered(long id) {
        events.follow(null, one(id));
    }

    /** Whether it was announced, or somebody is on its list, or it has materials or minutes. */
    boolean hasLedToSomething(long id) {
        return mapper.traces(id) > 0;
    }

    /** Takes back one that was made a moment ago and has led to nothing. */
    void remove(Session session) {
        long id = session.id();
        events.gone(session);
        mapper.removeUnits(id);
        mapper.remove(id);
    }

    /** @throws UserMistake when it was cancelled before */
    void cancel(Session session, String reason) {
        if (mapper.cancel(session.id(), reason) == 0) {
            throw cancelled(one(session.id()));
        }
        events.follow(session, one(session.id()));
    }

    void keepMinutes(long id, String minutes, long material) {
        mapper.keepMinutes(id, minutes, material);
    }

    void addMaterials(long id, List<Long> numbers) {
        numbers.forEach(number -> mapper.addMaterial(id, number));
    }

    List<Long> materials(long id) {
        return mapper.materials(id);
    }

    Optional<Session> find(long id) {
        return Optional.ofNullable(mapper.byId(id)).map(Sessions::session);
    }

    /** @throws UserMistake when there is none of this number */
    Session one(long id) {
        return find(id).orElseThrow(() -> UserMistake.of("training/unknown-number", Map.of("number", id)));
    }

    /** The same, and nobody else signs up or changes it until the caller's transaction ends. */
    Session locked(long id) {
        mapper.lock(id);
        return one(id);
    }

    /** @throws UserMistake when it is not held any more */
    Session planned(long id) {
        var session = one(id);
        if (!session.isPlanned()) {
            throw cancelled(session);
        }
        return session;
    }

    /** The same, and nobody else changes or cancels it until the caller's transaction ends: what is written back is made of what is read here. */
    Session lockedPlanned(long id) {
        mapper.lock(id);
        return planned(id);
    }

    static UserMistake cancelled(Session session) {
        return UserMistake.of(
                "training/is-cancelled",
                Map.of(
                        "number",
                        session.id(),
                        "topic",
                        session.topic(),
                        "reason",
                        session.reason() == null ? "" : session.reason()));
    }

    /** All of a year in order, those that were cancelled included. */
    List<Session> of(Year year) {
        return between(year.atMonth(1), year.plusYears(1).atMonth(1));
    }

    /** What is still to come on that day, in order; without a day it is still to come until its month is over. */
    List<Session> from(LocalDate today) {
        var month = YearMonth.from(today);
        return between(month, month.plusMonths(MONTHS_AHEAD)).stream()
                .filter(Session::isPlanned)
                .filter(session -> !session.when().lastDay().isBefore(today))
                .toList();
    }

    /**
     * What is to be announced or reminded of at a time, each once: a session is announced a week before, and people are reminded a day before. As
     * nothing is sent on days off, a session counts that would be too late for on the next working day.
     *
     * @param next the working day after {@code today}
     */
    List<Due> due(LocalDate today, LocalDate next, Instant at) {
        return mapper.untold(today, next.plusDays(DAYS_BEFORE - 1L)).stream()
                .map(Sessions::session)
                .filter(session -> !session.when().isOver(at))
                .map(session -> new Due(
                        session,
                        mapper.announced(session.id()) == 0,
                        !session.when().lastDay().isAfter(next)))
                .filter(due -> due.first() || due.soon())
                .toList();
    }

    void told(Due due, Instant at) {
        mapper.told(due.session().id(), due.soon(), at);
    }

    /**
     * A session that somebody is to hear of.
     *
     * @param first whether it was not announced before
     * @param soon whether this is the last time to remind
     */
    record Due(Session session, boolean first, boolean soon) {}

    private List<Session> between(YearMonth from, YearMonth until) {
        return mapper.between(from.atDay(1), until.atDay(1)).stream()
                .map(Sessions::session)
                .sorted((a, b) -> a.when().compareTo(b.when()))
                .toList();
    }

    private static Content content(Outline outline) {
        return new Content(
                outline.when().month().atDay(1),
                outline.when().day(),
                outline.when().time(),
                outline.topic(),
                outline.audience(),
                outline.trainer(),
                outline.trainerId(),
                outline.place(),
                outline.online(),
                outline.capacity());
    }

    private static Session session(Row row) {
        return new Session(
                row.id(),
                new When(YearMonth.from(row.monthOn()), row.dayOn(), row.startTime()),
                row.topic(),
                row.audience(),
                ids(row.unitIds()),
                row.trainer(),
                row.trainerId(),
                row.place(),
                row.online(),
                row.capacity(),
                row.state(),
                row.reason(),
                row.minutes(),
                row.minutesMaterialId(),
                row.madeBy(),
                row.revision(),
                row.signed());
    }

    private static Set<Long> ids(@Nullable String joined) {
        return joined == null
                ? Set.of()
                : Stream.of(joined.split(",")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
