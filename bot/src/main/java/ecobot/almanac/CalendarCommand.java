package ecobot.almanac;

import ecobot.calendar.Zone;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.roster.Role;
import ecobot.text.Folding;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** 日历: what is known of days off, and how an admin changes it: by the notice's words, by a file, or day by day; each confirmed first. */
@Component
class CalendarCommand implements Command {

    private static final int DIGITS_OF_YEAR = 4;

    private final CalendarViews views;
    private final CalendarChanges changes;
    private final NoticeUploads uploads;
    private final NoticeReader reader;
    private final AlmanacWords words;
    private final Pattern year;
    private final Pattern day;

    CalendarCommand(
            CalendarViews views,
            CalendarChanges changes,
            NoticeUploads uploads,
            NoticeReader reader,
            Templates templates) {
        this.views = views;
        this.changes = changes;
        this.uploads = uploads;
        this.reader = reader;
        this.words = templates.words("almanac/calendar-words", AlmanacWords.class);
        this.year = Pattern.compile(words.year());
        this.day = Pattern.compile(words.day());
    }

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public Reply handle(CommandCall call) {
        if (call.folded().isEmpty()) {
            return views.overview(call.at().atZone(Zone.SHANGHAI).toLocalDate());
        }
        if (day.matcher(call.folded()).find() && !call.arguments().contains("\n")) {
            return changes.proposeDay(call.arguments());
        }
        var found = year.matcher(call.folded());
        if (found.find()) {
            return ofYear(
                    Integer.parseInt(found.group("year")),
                    call.arguments().substring(found.end()).strip());
        }
        return reader.yearOf(call.arguments())
                .or(() -> yearOfFirstDay(call.folded()))
                .map(said -> changes.proposeNotice(said, call.arguments()))
                .orElseThrow(() -> UserMistake.of("almanac/not-understood", Map.of()));
    }

    /** A pasted table needs no year before it. */
    private Optional<Integer> yearOfFirstDay(String folded) {
        return day.matcher(folded).find()
                ? Optional.of(Integer.valueOf(folded.substring(0, DIGITS_OF_YEAR)))
                : Optional.empty();
    }

    private Reply ofYear(int year, String text) {
        if (text.isEmpty()) {
            return views.year(year);
        }
        return words.file().contains(Folding.fold(text)) ? uploads.ask(year) : changes.proposeNotice(year, text);
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        return uploads.asked(question) ? uploads.goOn(call, question) : changes.answer(call, question);
    }
}
