package ecobot.almanac;

import ecobot.calendar.FlawedNotice.Flaw;
import java.util.List;
import java.util.Map;

/**
 * How notices are worded: {@code templates/almanac/notice.yml}. Patterns are regular expressions on folded text with the groups that are told
 * there.
 *
 * @param weekdays characters for each day, Monday first
 * @param sentenceEnd where sentences are cut, on the text as typed
 * @param plainOff what a line of a table says of a day off; likewise the next two
 * @param unnamed name of a day for which none is given
 * @param title of a notice, with {@code {year}}
 */
record NoticeWords(
        String date,
        String to,
        String weekday,
        List<String> weekdays,
        String sentenceEnd,
        String heading,
        String off,
        String work,
        String count,
        String yearOfNotice,
        String plain,
        List<String> plainOff,
        List<String> plainWork,
        List<String> plainUsual,
        String unnamed,
        String title,
        Map<Wrong, String> wrongs,
        Map<Flaw, String> flaws) {

    NoticeWords {
        if (wrongs.size() != Wrong.values().length || flaws.size() != Flaw.values().length) {
            throw new IllegalArgumentException("almanac/notice: everything that can be wrong needs its words");
        }
    }

    /** What can be wrong with a line. */
    enum Wrong {
        NO_SUCH_DAY,
        OTHER_WEEKDAY,
        OTHER_COUNT,
        BACKWARDS,
        NOT_UNDERSTOOD,
        OTHER_YEAR,
        NO_YEAR,
        NOTHING_FOUND
    }

    String title(int year) {
        return title.replace("{year}", Integer.toString(year));
    }

    String why(Wrong wrong) {
        return wrongs.getOrDefault(wrong, "");
    }

    String why(Flaw flaw) {
        return flaws.getOrDefault(flaw, "");
    }
}
