package ecobot.almanac;

import ecobot.almanac.NoticeWords.Wrong;
import ecobot.calendar.SpecialDay;
import ecobot.calendar.SpecialDay.Kind;
import ecobot.text.Folding;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of a table: a date, what it is, and perhaps a name. */
final class PlainLines {

    private final NoticeWords words;
    private final Pattern line;

    PlainLines(NoticeWords words) {
        this.words = words;
        this.line = Pattern.compile(words.plain());
    }

    /**
     * A day off or at work.
     *
     * @return empty when the text does not begin like such a line
     * @throws Unclear when it does, but says nothing possible
     */
    Optional<SpecialDay> read(String text) {
        return change(text)
                .map(change -> new SpecialDay(
                        change.day(),
                        change.kind().orElseThrow(() -> new Unclear(Wrong.NOT_UNDERSTOOD)),
                        change.name()));
    }

    /**
     * The same, or a day that goes by its weekday again.
     *
     * @throws Unclear when it says nothing possible
     */
    Optional<Change> change(String text) {
        var found = line.matcher(Folding.fold(text));
        if (!found.find()) {
            return Optional.empty();
        }
        var name = text.substring(found.start("name"), found.end("name")).strip();
        return Optional.of(new Change(day(found), kind(found.group("what")), name.isEmpty() ? words.unnamed() : name));
    }

    private static LocalDate day(Matcher found) {
        try {
            return LocalDate.of(number(found, "year"), number(found, "month"), number(found, "day"));
        } catch (DateTimeException e) {
            throw new Unclear(Wrong.NO_SUCH_DAY);
        }
    }

    private Optional<Kind> kind(String what) {
        if (words.plainOff().contains(what)) {
            return Optional.of(Kind.OFF);
        } else if (words.plainWork().contains(what)) {
            return Optional.of(Kind.WORK);
        } else if (words.plainUsual().contains(what)) {
            return Optional.empty();
        }
        throw new Unclear(Wrong.NOT_UNDERSTOOD);
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }

    /** @param kind empty for a day that goes by its weekday */
    record Change(LocalDate day, Optional<Kind> kind, String name) {}
}
