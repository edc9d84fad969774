package ecobot.push;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A material as a group sees it: the head and the summary, not the whole body.
 *
 * @param number of the material
 * @param documentNumber empty when it has none
 * @param effectiveOn since when it is in force; null when that is unknown or has no meaning
 * @param issuedOn null when it has a day of coming into force, or none at all
 * @param newer the number of what replaces it; null while nothing does
 * @param link of the full page; empty when there is none
 * @param files how many files follow
 * @param questions how many the quiz asks about it
 */
record MaterialCard(
        long number,
        String category,
        String title,
        String summary,
        String source,
        String documentNumber,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate issuedOn,
        boolean superseded,
        @Nullable Long newer,
        String link,
        int files,
        int questions) {}
