package ecobot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SpecialDay.Kind;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the library knows, beside what the migration holds. */
class LibrarySeedTest {

    private final List<YearNotice> library = LibrarySeed.library();

    @Test
    void library_gives_whole_years() {
        assertThat(library)
                .extracting(YearNotice::year)
                .contains(2008, 2015, 2020, 2022, 2023)
                .doesNotHaveDuplicates();
        // Known from the notice for 2020, the Spring Festival prolonged in the epidemic included.
        assertThat(library.stream()
                        .filter(year -> year.year() == 2020)
                        .findFirst()
                        .orElseThrow()
                        .days())
                .contains(new SpecialDay(LocalDate.of(2020, 2, 2), Kind.OFF, "春节"))
                .hasSize(36);
    }

    /** The library that can be had now ends before 2025; with the next one this compares more than nothing. */
    @Test
    void library_and_migration_agree_on_every_year_that_both_have() {
        assertThat(differences(library)).isEmpty();
    }

    @Test
    void a_difference_would_be_listed() {
        List<SpecialDay> days = migrated(2026).stream()
                .filter(day -> !day.day().equals(LocalDate.of(2026, 10, 10)))
                .toList();

        assertThat(differences(List.of(new YearNotice(2026, "without one day", days))))
                .containsExactly("2026-10-10 WORK");
        assertThat(differences(List.of(new YearNotice(2026, "all", migrated(2026)))))
                .isEmpty();
    }

    private static Set<String> differences(List<YearNotice> library) {
        Set<String> differences = new TreeSet<>();
        for (YearNotice notice : library) {
            if (ShippedNotices.mapper().years().contains(notice.year())) {
                Set<String> theirs = plain(notice.days());
                Set<String> ours = plain(migrated(notice.year()));
                Set<String> both = new HashSet<>(theirs);
                both.retainAll(ours);
                differences.addAll(theirs);
                differences.addAll(ours);
                differences.removeAll(both);
            }
        }
        return differences;
    }

    private static Set<String> plain(List<SpecialDay> days) {
        return days.stream().map(day -> day.day() + " " + day.kind()).collect(Collectors.toSet());
    }

    private static List<SpecialDay> migrated(int year) {
        return Set.of(Kind.values()).stream()
                .flatMap(kind -> ShippedNotices.mapper().days(kind.name()).stream()
                        .filter(day -> day.getYear() == year)
                        .map(day -> new SpecialDay(day, kind, "migrated")))
                .toList();
    }
}
