package ecobot.almanac;

import ecobot.almanac.PlainLines.Change;
import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.calendar.CalendarNotices;
import ecobot.calendar.DatedByCalendar;
import ecobot.calendar.FlawedNotice;
import ecobot.calendar.SpecialDay;
import ecobot.calendar.WorkCalendar;
import ecobot.calendar.YearNotice;
import ecobot.chat.CommandCall;
import ecobot.chat.Confirmation;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.UserMistake;
import ecobot.roster.Member;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Changes of the calendar: shown first with what would follow, made when they are confirmed. */
@Component
class CalendarChanges {

    private final CalendarNotices notices;
    private final CalendarViews views;
    private final NoticeReader reader;
    private final ObjectProvider<DatedByCalendar> dated;
    private final Confirmation confirmation;
    private final Audit audit;

    CalendarChanges(
            CalendarNotices notices,
            CalendarViews views,
            NoticeReader reader,
            ObjectProvider<DatedByCalendar> dated,
            Confirmation confirmation,
            Audit audit) {
        this.notices = notices;
        this.views = views;
        this.reader = reader;
        this.dated = dated;
        this.confirmation = confirmation;
        this.audit = audit;
    }

    /** @throws UserMistake when the text is no notice of that year */
    Reply proposeNotice(int year, String text) {
        var notice = read(() -> reader.notice(year, text));
        if (views.isKnown(notice)) {
            return Reply.of("almanac/unchanged", Map.of("year", year));
        }
        return confirmation.ask(
                views.proposed(notice, moved(notices.with(notice))),
                new Pending(notices.version(), notice, null, null, null));
    }

    /** @throws UserMistake when the line is none of a table, or the day cannot be so */
    Reply proposeDay(String line) {
        var change = read(() -> read(line));
        var kind = change.kind().orElse(null);
        return confirmation.ask(
                views.proposed(change.day(), kind, change.name(), moved(notices.with(change.day(), kind))),
                new Pending(notices.version(), null, change.day(), kind, change.name()));
    }

    /** Makes the change, or leaves it. */
    Reply answer(CommandCall call, Question question) {
        if (!confirmation.isYes(call, "almanac/yes-or-no")) {
            return Reply.of("almanac/kept", Map.of());
        }
        var pending = confirmation.pending(question, Pending.class);
        if (pending.version() != notices.version()) {
            return Reply.of("almanac/changed-meanwhile", Map.of());
        }
        return pending.notice() == null ? setDay(call.member(), pending) : replace(call.member(), pending.notice());
    }

    private Reply replace(Member by, YearNotice notice) {
        int moved = moved(notices.with(notice));
        notices.replace(notice, null);
        audit.record(
                by.staffId(),
                "calendar-notice",
                "calendar:" + notice.year(),
                Outcome.ALLOWED,
                notice.days().size() + " days");
        return Reply.of("almanac/loaded", new Loaded(notice.year(), moved));
    }

    private Reply setDay(Member by, Pending pending) {
        var day = Objects.requireNonNull(pending.day());
        var kind = pending.kind();
        int moved = moved(notices.with(day, kind));
        if (kind == null) {
            notices.unset(day);
        } else {
            notices.set(new SpecialDay(day, kind, Objects.requireNonNullElse(pending.name(), "")));
        }
        audit.record(
                by.staffId(), "calendar-day", "calendar:" + day, Outcome.ALLOWED, kind == null ? "USUAL" : kind.name());
        return Reply.of("almanac/day-set", new DaySet(CalendarViews.Change.of(day, null, kind), moved));
    }

    private Change read(String line) {
        try {
            var change =
                    reader.plainLines().change(line).orElseThrow(() -> UserMistake.of("almanac/day-unclear", Map.of()));
            change.kind().ifPresent(kind -> new SpecialDay(change.day(), kind, change.name()).check());
            return change;
        } catch (FlawedNotice flawed) {
            throw new UnreadableNotice(1, line, reader.why(flawed));
        } catch (Unclear unclear) {
            throw new UnreadableNotice(1, line, reader.why(unclear));
        }
    }

    private static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableNotice unreadable) {
            throw UserMistake.of("almanac/unreadable", Unreadable.of(unreadable));
        }
    }

    private int moved(WorkCalendar proposed) {
        return dated.stream().mapToInt(some -> some.movedBy(proposed)).sum();
    }

    record Loaded(int year, int moved) {}

    record DaySet(CalendarViews.Change change, int moved) {}

    /** @param line 0 when it is about the whole text */
    record Unreadable(boolean named, int line, String text, String why) {

        private static final int SHOWN = 60;

        static Unreadable of(UnreadableNotice notice) {
            var text = notice.text();
            return new Unreadable(
                    notice.line() > 0,
                    notice.line(),
                    text.length() > SHOWN ? text.substring(0, SHOWN) + "\u2026" : text,
                    notice.why());
        }
    }
}
