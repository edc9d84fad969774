package ecobot.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The notices themselves, to read and to change. A change is written in the caller's transaction; after the commit this node counts by it at
 * once and publishes {@link CalendarChanged}, the others follow within a minute.
 */
public interface CalendarNotices {

    /** Years whose notice is loaded, in order. */
    List<Integer> years();

    /** The notice of a year; empty when it is not loaded. */
    Optional<Stored> of(int year);

    /** Special days from {@code from} on, in order, at most {@code limit}, whatever notice they are of. */
    List<SpecialDay> from(LocalDate from, int limit);

    /** What is written about a day; empty when it goes by its weekday. */
    Optional<SpecialDay> on(LocalDate day);

    /** Counts the changes. Two readings that are alike mean that nothing was changed in between. */
    long version();

    /** The calendar as the tables have it now, also what this transaction wrote; the one that is kept in memory may be a minute old. */
    WorkCalendar now();

    /** The calendar as it would be after {@link #replace}. Nothing is changed. */
    WorkCalendar with(YearNotice notice);

    /** The calendar as it would be after {@link #set}, or after {@link #unset} when {@code kind} is null. Nothing is changed. */
    WorkCalendar with(LocalDate day, SpecialDay.@Nullable Kind kind);

    /**
     * Puts the notice in the place of what was known of its year.
     *
     * @param fileHash of the file that it comes from, SHA-256 in hex; null when it comes from elsewhere
     */
    void replace(YearNotice notice, @Nullable String fileHash);

    /**
     * Changes one day. A year that is unknown stays so.
     *
     * @throws FlawedNotice when a make-up day would be on a weekday
     */
    void set(SpecialDay day);

    /** Lets one day go by its weekday; does nothing when it does already. */
    void unset(LocalDate day);

    /**
     * A notice that is loaded.
     *
     * @param fileHash of the file that it came from last; null when it never came from one
     */
    record Stored(int year, String title, @Nullable String fileHash, List<SpecialDay> days) {}
}
