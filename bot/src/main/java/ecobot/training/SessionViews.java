package ecobot.training;

import ecobot.chat.Formats;
import ecobot.chat.Templates;
import ecobot.deadline.Deadlines;
import ecobot.library.Materials;
import ecobot.roster.Member;
import ecobot.text.Folding;
import ecobot.training.TrainingWords.Part;
import java.time.Clock;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is shown of sessions. */
@Component
class SessionViews {

    private static final int COMING_SHOWN = 12;

    private final SignUps signUps;
    private final Sessions sessions;
    private final Materials materials;
    private final Formats formats;
    private final Templates templates;
    private final Clock clock;

    SessionViews(
            SignUps signUps,
            Sessions sessions,
            Materials materials,
            Formats formats,
            Templates templates,
            Clock clock) {
        this.signUps = signUps;
        this.sessions = sessions;
        this.materials = materials;
        this.formats = formats;
        this.templates = templates;
        this.clock = clock;
    }

    String when(When when) {
        var words = words();
        if (when.day() == null) {
            return words.monthOnly().replace("{month}", month(when.month()));
        }
        var day = formats.day(when.day());
        return when.time() == null
                ? day
                : words.dayAndTime().replace("{day}", day).replace("{time}", formats.time(when.time()));
    }

    String month(YearMonth month) {
        return words().month(month, YearMonth.from(Deadlines.dayOf(clock.instant())));
    }

    Line line(Session session) {
        return line(session, Set.of());
    }

    /** @param mine numbers of the sessions that the reader has signed up for */
    Line line(Session session, Set<Long> mine) {
        return new Line(
                session.id(),
                when(session.when()),
                session.topic(),
                audience(session.audience()),
                session.trainer(),
                place(session.place(), session.online()),
                seats(session),
                mine.contains(session.id()),
                !session.isPlanned(),
                Objects.requireNonNullElse(session.reason(), ""));
    }

    /**
     * A session with everything; who has signed up by name, and what a trainer may do, for trainers only.
     *
     * @param privately whether nobody but the reader sees it: before a group nobody is named
     */
    Detail detail(Session session, Member reader, boolean privately) {
        boolean trainer = privately && mayTeach(session, reader);
        var units = signUps.byUnit(session.id());
        boolean listed = units.stream().anyMatch(unit -> unit.came() > 0);
        var lines = units.stream().map(unit -> unitLine(unit, listed, trainer)).toList();
        boolean signed = signUps.of(session.id()).stream().anyMatch(member -> member.id() == reader.id());
        boolean over = Drafts.isPast(session.when(), clock.instant());
        return new Detail(
                line(session, signed ? Set.of(session.id()) : Set.of()),
                trainer,
                listed,
                lines,
                !lines.isEmpty(),
                Objects.requireNonNullElse(session.minutes(), ""),
                sessions.materials(session.id()).stream()
                        .flatMap(number -> materials.find(number).stream())
                        .filter(Papers::isReadable)
                        .map(material -> new Paper(material.id(), material.title()))
                        .toList(),
                session.isPlanned() && !over && !signed,
                session.isPlanned() && !over);
    }

    /** What comes for a reader: what is for the own unit; all of it for the bureau. */
    Coming coming(Member reader) {
        var today = Deadlines.dayOf(clock.instant());
        var mine = signUps.sessionsOf(reader);
        boolean trainer = People.isTrainer(reader);
        var all = sessions.from(today);
        var own = all.stream().filter(session -> teaches(session, reader)).toList();
        var others = all.stream()
                .filter(session -> !own.contains(session))
                .filter(session -> concerns(session, reader) || mine.contains(session.id()))
                .toList();
        var shown = others.stream().limit(COMING_SHOWN).map(session -> line(session, mine));
        var year = sessions.of(Year.from(today)).stream()
                .filter(Session::isPlanned)
                .toList();
        return new Coming(
                trainer,
                own.stream().map(session -> line(session, mine)).toList(),
                !own.isEmpty(),
                shown.toList(),
                others.size(),
                Math.max(0, others.size() - COMING_SHOWN),
                !People.isOfBureau(reader) && reader.unit() != null
                        ? reader.unit().name()
                        : "",
                year.size(),
                (int) year.stream()
                        .filter(session -> !session.when().lastDay().isBefore(today))
                        .count(),
                others.stream()
                        .filter(session -> !mine.contains(session.id()))
                        .findFirst()
                        .or(() -> others.stream().findFirst())
                        .map(Session::id)
                        .orElse(0L));
    }

    Overview year(Year year) {
        return overview(words().year().replace("{year}", year.toString()), sessions.of(year));
    }

    Overview inMonth(YearMonth month) {
        return overview(
                words().month(month, month.minusYears(1)),
                sessions.of(Year.of(month.getYear())).stream()
                        .filter(session -> session.when().month().equals(month))
                        .toList());
    }

    /** Those of this year and the next whose topic has some words. */
    Overview about(String typed) {
        var year = Year.from(Deadlines.dayOf(clock.instant()));
        var folded = Folding.fold(typed).strip();
        return overview(
                words().about().replace("{typed}", typed.strip()),
                Stream.of(year, year.plusYears(1))
                        .flatMap(one -> sessions.of(one).stream())
                        .filter(session -> Folding.fold(session.topic()).contains(folded))
                        .toList());
    }

    private Overview overview(String title, List<Session> all) {
        var planned = all.stream().filter(Session::isPlanned).toList();
        var months = new TreeMap<YearMonth, List<Line>>();
        all.forEach(session -> months.computeIfAbsent(session.when().month(), month -> new ArrayList<>())
                .add(line(session)));
        return new Overview(
                title,
                planned.size(),
                all.size() - planned.size(),
                months.entrySet().stream()
                        .map(month -> new MonthView(
                                month(month.getKey(), all),
                                (int) month.getValue().stream()
                                        .filter(line -> !line.cancelled())
                                        .count(),
                                List.copyOf(month.getValue())))
                        .toList());
    }

    /** With its year where there are several. */
    private String month(YearMonth month, List<Session> all) {
        boolean several =
                all.stream().anyMatch(session -> session.when().month().getYear() != month.getYear());
        return words().month(month, several ? month.minusYears(1) : month);
    }

    /** What differs, in words. */
    List<String> changes(Outline before, Outline after) {
        var changes = new ArrayList<String>();
        add(changes, Part.WHEN, when(before.when()), when(after.when()));
        add(changes, Part.TOPIC, before.topic(), after.topic());
        add(changes, Part.AUDIENCE, audience(before.audience()), audience(after.audience()));
        add(changes, Part.TRAINER, before.trainer(), after.trainer());
        add(changes, Part.PLACE, place(before.place(), before.online()), place(after.place(), after.online()));
        add(changes, Part.CAPACITY, capacity(before.capacity()), capacity(after.capacity()));
        return changes;
    }

    private void add(List<String> changes, Part part, String before, String after) {
        if (!before.equals(after)) {
            changes.add(words().changed(part, before, after));
        }
    }

    static boolean mayTeach(Session session, Member member) {
        return People.isTrainer(member) || teaches(session, member);
    }

    private static boolean teaches(Session session, Member member) {
        return Objects.equals(session.trainerId(), member.id());
    }

    private static boolean concerns(Session session, Member reader) {
        var unit = reader.unit();
        return People.isOfBureau(reader) || unit == null || session.isFor(unit.id());
    }

    private UnitLine unitLine(SignUps.OfUnit unit, boolean listed, boolean named) {
        var names = unit.guests().stream()
                .filter(SignUps.Guest::signed)
                .map(guest -> guest.member().name())
                .collect(Collectors.joining(words().join()));
        return new UnitLine(
                Optional.ofNullable(unit.unit()).map(ecobot.roster.Unit::name).orElse(""),
                unit.signed(),
                listed ? unit.came() : 0,
                named ? names : "");
    }

    String audience(String audience) {
        return audience.isEmpty() ? words().forAll() : audience;
    }

    private String place(String place, boolean online) {
        var unknown = online ? words().onlinePlace() : words().unknownPlace();
        return place.isEmpty() ? unknown : place;
    }

    private String capacity(@Nullable Integer capacity) {
        return capacity == null ? words().noLimit() : capacity.toString();
    }

    private String seats(Session session) {
        var capacity = session.capacity();
        return (capacity == null ? words().signed() : words().seatsLeft())
                .replace("{signed}", Integer.toString(session.signed()))
                .replace("{capacity}", String.valueOf(capacity));
    }

    private TrainingWords words() {
        return templates.words(TrainingWords.FILE, TrainingWords.class);
    }

    /** @param signed whether the reader has signed up */
    record Line(
            long number,
            String when,
            String topic,
            String audience,
            String trainer,
            String place,
            String seats,
            boolean signed,
            boolean cancelled,
            String reason) {}

    /** A material that everybody can read. */
    record Paper(long number, String title) {}

    /** @param names of those who signed up; empty for whom they are not for */
    record UnitLine(String unit, int signed, int came, String names) {}

    /**
     * One session.
     *
     * @param listed whether the list of who came is here
     * @param open whether the reader may sign up
     */
    record Detail(
            Line session,
            boolean trainer,
            boolean listed,
            List<UnitLine> units,
            boolean anybody,
            String minutes,
            List<Paper> materials,
            boolean open,
            boolean ahead) {

        boolean anything() {
            return !materials.isEmpty();
        }

        /** For the part that all messages share. */
        List<Line> body() {
            return List.of(session);
        }
    }

    /**
     * What comes for a reader.
     *
     * @param own those that the reader gives
     * @param more how many are not listed
     * @param unit empty for whom everything concerns
     * @param inYear how many the year has; {@code left} of them are still to come
     * @param first number for the example: of one that the reader has not signed up for, if there is one
     */
    record Coming(
            boolean trainer,
            List<Line> own,
            boolean teaches,
            List<Line> sessions,
            int count,
            int more,
            String unit,
            int inYear,
            int left,
            long first) {
        int teaching() {
            return own.size();
        }
    }

    record MonthView(String month, int count, List<Line> sessions) {}

    record Overview(String year, int count, int cancelled, List<MonthView> months) {}

    /** A session and what was changed of it. */
    record Changed(Line session, List<String> changes, int told) {
        /** For the part that all messages share. */
        List<Line> body() {
            return List.of(session);
        }
    }

    static Map<String, Object> numbered(Session session) {
        return Map.of("number", session.id(), "topic", session.topic());
    }
}
