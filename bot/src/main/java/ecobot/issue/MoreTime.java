package ecobot.issue;

import ecobot.deadline.DaySpan;
import ecobot.deadline.DeadlineMention;
import ecobot.deadline.Deadlines;
import ecobot.issue.Step.Span;
import ecobot.text.Folding;
import ecobot.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Understands how much more time is asked for, and why. The reason may speak of days too (到12月20日，连续5天下雨), so a number of days counts
 * only before any day that may be the one that is asked for.
 */
final class MoreTime {

    private final Deadlines deadlines;
    private final List<String> until;

    /** @param until the words before a day that is asked for */
    MoreTime(Deadlines deadlines, List<String> until) {
        this.deadlines = deadlines;
        this.until = until;
    }

    /** Empty when neither a number of days nor a day is asked for clearly. */
    Optional<Wanted> in(String said) {
        return deadlines
                .span(Folding.fold(said))
                .filter(days -> !isAfterADay(said, days))
                .<Wanted>map(
                        days -> new Days(new Span(days.amount(), days.unit()), without(days.start(), days.end(), said)))
                .or(() -> untilADay(said));
    }

    private boolean isAfterADay(String said, DaySpan days) {
        return deadlines.mentions(Folding.fold(said)).stream()
                .filter(day -> day.start() < days.start())
                .anyMatch(day -> day.start() == 0
                        || Text.standsAlone(said, day.start(), day.end())
                        || endsWithUntil(said.substring(0, day.start()).strip()));
    }

    private Optional<Wanted> untilADay(String said) {
        var rest = withoutUntil(said).strip();
        boolean asked = !rest.equals(said.strip());
        return deadlines
                .atStart(Folding.fold(rest))
                .filter(day -> asked || Text.standsAlone(rest, day.from(), day.to()))
                .map(day -> new Until(day, without(day.from(), day.to(), rest)));
    }

    private boolean endsWithUntil(String before) {
        return until.stream().anyMatch(before::endsWith);
    }

    private String withoutUntil(String said) {
        return until.stream()
                .filter(said::startsWith)
                .findFirst()
                .map(word -> said.substring(word.length()))
                .orElse(said);
    }

    private static String without(int start, int end, String said) {
        var rest = said.substring(0, start) + " " + said.substring(end);
        return rest.replaceAll("^[\\s,;:\uFF0C\uFF1B\uFF1A\u3001\u3002]+", "").strip();
    }

    /** What is asked for. */
    sealed interface Wanted {

        /** Why; may be empty. */
        String reason();
    }

    /** So many days more. */
    record Days(Span span, String reason) implements Wanted {}

    /** Until a day, however many days more that is. */
    record Until(DeadlineMention day, String reason) implements Wanted {}
}
