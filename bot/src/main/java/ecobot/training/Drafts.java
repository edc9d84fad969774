package ecobot.training;

import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadlines;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.text.DayParts;
import ecobot.text.Folding;
import ecobot.training.LineReader.Said;
import ecobot.training.TrainingWords.Part;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes sessions of what people write, and refuses what cannot be one. */
@Component
class Drafts {

    private final Roster roster;
    private final People people;
    private final Deadlines deadlines;
    private final Templates templates;

    Drafts(Roster roster, People people, Deadlines deadlines, Templates templates) {
        this.roster = roster;
        this.people = people;
        this.deadlines = deadlines;
        this.templates = templates;
    }

    /** A session that nothing is known of yet; whoever plans it gives it. */
    static Draft blank(Member by) {
        return new Draft(null, "", "", Set.of(), by.name(), by.id(), "", false, null);
    }

    Said read(String text, Instant now) {
        return new LineReader(words(), whens()).read(text, now);
    }

    WhenReader whens() {
        return new WhenReader(words(), templates.words(DayParts.FILE, DayParts.class), deadlines);
    }

    /**
     * The draft with what a line says besides.
     *
     * @throws UserMistake for a time that there is not or that is past, and for what is too long
     */
    Draft with(Draft draft, Said said, Instant now) {
        var audience = value(said, Part.AUDIENCE, Outline.LONGEST_AUDIENCE);
        var trainer = value(said, Part.TRAINER, Outline.LONGEST_TRAINER);
        var place = value(said, Part.PLACE, Outline.LONGEST_PLACE);
        var capacity = said.value(Part.CAPACITY);
        var member = trainer.flatMap(people::named);
        return new Draft(
                Optional.ofNullable(checked(said, now))
                        .map(when -> withHour(when, draft.when()))
                        .orElse(draft.when()),
                value(said, Part.TOPIC, Outline.LONGEST_TOPIC).orElse(draft.topic()),
                audience.orElse(draft.audience()),
                audience.map(this::units).orElse(draft.unitIds()),
                member.map(Member::name).or(() -> trainer).orElse(draft.trainer()),
                trainer.isEmpty() ? draft.trainerId() : member.map(Member::id).orElse(null),
                place.orElse(draft.place()),
                place.map(this::isOnline).orElse(draft.online()),
                capacity.isEmpty() ? draft.capacity() : checkedSeats(capacity.get()));
    }

    Set<Long> units(String audience) {
        return new Audiences(words(), roster).in(audience);
    }

    boolean isOnline(String place) {
        var folded = Folding.fold(place);
        return words().online().stream().anyMatch(folded::contains);
    }

    private static @Nullable When checked(Said said, Instant now) {
        var when = said.when();
        if (said.noSuchTime() || when == null && said.value(Part.WHEN).isPresent()) {
            throw UserMistake.of("training/time-unclear", Map.of());
        }
        if (when != null && isPast(when, now)) {
            throw UserMistake.of("training/in-the-past", Map.of());
        }
        return when;
    }

    /** A new day without an hour leaves the hour as it was. */
    private static When withHour(When when, @Nullable When before) {
        return when.time() != null || before == null ? when : when.at(before.time());
    }

    static boolean isPast(When when, Instant now) {
        return when.lastDay().isBefore(Deadlines.dayOf(now));
    }

    /** A limit of seats, as it was typed. */
    Seats seats(String text) {
        var folded = Folding.fold(text).strip();
        if (words().leaveOpen().contains(folded)) {
            return new Seats(true, null);
        }
        var number = Pattern.compile(words().seats()).matcher(folded);
        int seats = number.matches() ? Integer.parseInt(number.group(1)) : 0;
        return seats < 1 || seats > Outline.MOST_SEATS ? new Seats(false, null) : new Seats(true, seats);
    }

    private @Nullable Integer checkedSeats(String text) {
        var seats = seats(text);
        if (!seats.understood()) {
            throw UserMistake.of("training/seats-unclear", Map.of("typed", text, "most", Outline.MOST_SEATS));
        }
        return seats.number();
    }

    private Optional<String> value(Said said, Part part, int longest) {
        var value = said.value(part);
        if (value.isPresent() && value.get().length() > longest) {
            var what = words().labels().getOrDefault(part, List.of("")).get(0);
            throw UserMistake.of("training/too-long", Map.of("what", what, "most", longest));
        }
        return value;
    }

    private TrainingWords words() {
        return templates.words(TrainingWords.FILE, TrainingWords.class);
    }

    /** @param number null for no limit */
    record Seats(boolean understood, @Nullable Integer number) {}
}
