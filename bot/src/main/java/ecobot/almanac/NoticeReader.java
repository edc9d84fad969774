package ecobot.almanac;

import ecobot.almanac.NoticeWords.Wrong;
import ecobot.calendar.FlawedNotice;
import ecobot.calendar.SpecialDay;
import ecobot.calendar.SpecialDay.Kind;
import ecobot.calendar.YearNotice;
import ecobot.chat.Templates;
import ecobot.text.Folding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Reads notices: the State Council's wording, sentence by sentence, or a line a day. A sentence without a date, or without a word for off or at
 * work, says nothing of single days and is passed over, as the notice's beginning and end are.
 */
@Component
class NoticeReader {

    /** No year is known beside those that the text names. */
    static final int NO_YEAR = 0;

    private final NoticeWords words;
    private final NoticeDates dates;
    private final PlainLines plainLines;
    private final Pattern sentenceEnd;
    private final Pattern heading;
    private final Pattern verb;
    private final Pattern off;
    private final Pattern count;
    private final Pattern yearOfNotice;

    NoticeReader(Templates templates) {
        this.words = templates.words("almanac/notice", NoticeWords.class);
        this.dates = new NoticeDates(words);
        this.plainLines = new PlainLines(words);
        this.sentenceEnd = Pattern.compile(words.sentenceEnd());
        this.heading = Pattern.compile(words.heading());
        this.verb = Pattern.compile(words.off() + "|" + words.work());
        this.off = Pattern.compile(words.off());
        this.count = Pattern.compile(words.count());
        this.yearOfNotice = Pattern.compile(words.yearOfNotice());
    }

    PlainLines plainLines() {
        return plainLines;
    }

    String why(FlawedNotice flawed) {
        return words.why(flawed.flaw());
    }

    String why(Unclear unclear) {
        return words.why(unclear.wrong());
    }

    /** The year that a notice says it is for; empty when it does not say. */
    Optional<Integer> yearOf(String text) {
        var found = yearOfNotice.matcher(Folding.fold(text));
        return found.find() ? Optional.of(Integer.valueOf(found.group("year"))) : Optional.empty();
    }

    /**
     * The notice that a text is.
     *
     * @throws UnreadableNotice when it is none; names the line
     */
    YearNotice notice(int year, String text) {
        if (yearOf(text).filter(said -> said != year).isPresent()) {
            throw new UnreadableNotice(0, "", words.why(Wrong.OTHER_YEAR));
        }
        return notice(year, days(year, text));
    }

    /**
     * The notice that these days are.
     *
     * @throws UnreadableNotice when they cannot be; names the line
     */
    YearNotice notice(int year, List<Read> days) {
        if (days.isEmpty()) {
            throw new UnreadableNotice(0, "", words.why(Wrong.NOTHING_FOUND));
        }
        try {
            return new YearNotice(
                    year, words.title(year), days.stream().map(Read::day).toList());
        } catch (FlawedNotice flawed) {
            throw days.stream()
                    .filter(read -> read.day().day().equals(flawed.day()))
                    .reduce((earlier, later) -> later)
                    .map(read -> new UnreadableNotice(read.line(), read.text(), why(flawed)))
                    .orElseGet(() -> new UnreadableNotice(0, "", why(flawed)));
        }
    }

    /**
     * The days off and at work that a text names.
     *
     * @param year of dates without one; {@link #NO_YEAR} when there must be none such
     * @throws UnreadableNotice when a line cannot be; names it
     */
    List<Read> days(int year, String text) {
        var days = new ArrayList<Read>();
        var name = words.unnamed();
        for (var sentence : sentences(text)) {
            try {
                var table = plainLines.read(sentence.text);
                if (table.isPresent()) {
                    days.add(new Read(table.get(), sentence.line, sentence.text));
                    continue;
                }
                var head = heading.matcher(sentence.folded);
                boolean named = head.find();
                name = named
                        ? sentence.text
                                .substring(head.start("name"), head.end("name"))
                                .strip()
                        : name;
                days.addAll(days(sentence, named ? head.end() : 0, year, name));
            } catch (Unclear unclear) {
                throw new UnreadableNotice(sentence.line, sentence.text, why(unclear));
            }
        }
        return days;
    }

    /** Each verb speaks of the dates between it and the one before. */
    private List<Read> days(Sentence sentence, int from, int year, String name) {
        var days = new ArrayList<Read>();
        int start = from;
        var said = verb.matcher(sentence.folded);
        while (said.find(start)) {
            var kind = off.matcher(said.group()).matches() ? Kind.OFF : Kind.WORK;
            var found = dates.in(sentence.folded.substring(start, said.start()), year);
            if (kind == Kind.OFF && !found.isEmpty()) {
                checkCount(sentence.folded, said.start(), found);
            }
            found.forEach(day -> days.add(new Read(new SpecialDay(day, kind, name), sentence.line, sentence.text)));
            start = said.end();
        }
        return days;
    }

    private void checkCount(String folded, int from, List<LocalDate> days) {
        var said = count.matcher(folded);
        if (said.find(from) && Integer.parseInt(said.group("n")) != days.size()) {
            throw new Unclear(Wrong.OTHER_COUNT);
        }
    }

    private List<Sentence> sentences(String text) {
        var sentences = new ArrayList<Sentence>();
        int start = 0;
        int line = 1;
        var end = sentenceEnd.matcher(text);
        while (end.find()) {
            sentences.add(Sentence.of(text.substring(start, end.start()), line));
            line += end.group().equals("\n") ? 1 : 0;
            start = end.end();
        }
        sentences.add(Sentence.of(text.substring(start), line));
        return sentences;
    }

    /** A day and the line that names it. */
    record Read(SpecialDay day, int line, String text) {}

    /** A piece of the text that ends with a full stop or with its line. */
    private record Sentence(String text, String folded, int line) {
        static Sentence of(String text, int line) {
            var stripped = text.strip();
            return new Sentence(stripped, Folding.fold(stripped), line);
        }
    }
}
