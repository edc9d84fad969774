package ecobot.ranking;

import ecobot.chat.Vocabulary;
import ecobot.issue.Issue.Kind;
import ecobot.ranking.TaskMonths.From;
import ecobot.text.Folding;
import ecobot.workbook.UnreadableWorkbook.Reason;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a task table is read, what can be typed after {@code /任务表}, and what is said of a table: {@code templates/ranking/tasks-words.yml}.
 *
 * @param template words for "the template"; likewise {@code send}, {@code all}
 * @param months patterns with the group {@code month} and perhaps {@code year}, the first that fits counts
 * @param month how a month is written
 * @param monthFrom where the month was found
 * @param unit headings of the column of units
 * @param kinds names of the kinds, the first for the template's headings
 * @param find what follows the kind in a heading; likewise {@code rectify} and {@code pair}, the column of both
 * @param ignoredColumns beginnings; likewise {@code ignoredRows}
 * @param number pattern with the group {@code n}
 * @param numbers pattern with the groups {@code find} and {@code rectify}
 * @param none what counts as nothing
 */
record TaskWords(
        List<String> template,
        List<String> send,
        List<String> all,
        List<String> fileEndings,
        List<String> months,
        String month,
        Map<From, String> monthFrom,
        List<String> unit,
        Map<Kind, List<String>> kinds,
        List<String> find,
        List<String> rectify,
        List<String> pair,
        List<String> ignoredColumns,
        List<String> ignoredRows,
        String number,
        String numbers,
        List<String> none,
        Map<BadCell.Flaw, String> bad,
        Map<Reason, String> unreadable,
        String fileName,
        String sheetName,
        String title,
        String unitHeading,
        String findHeading,
        String rectifyHeading,
        String separator) {

    static final String FILE = "ranking/tasks-words";

    TaskWords {
        Vocabulary.requireAll("monthFrom", monthFrom, From.values());
        Vocabulary.requireAll("kinds", kinds, Kind.values());
        Vocabulary.requireAll("bad", bad, BadCell.Flaw.values());
        Vocabulary.requireAll("unreadable", unreadable, Reason.values());
        if (kinds.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("every one of kinds needs a name");
        }
    }

    String month(YearMonth month) {
        return this.month
                .replace("{year}", Integer.toString(month.getYear()))
                .replace("{month}", Integer.toString(month.getMonthValue()));
    }

    String kind(Kind kind) {
        return Objects.requireNonNull(kinds.get(kind)).get(0);
    }

    String from(From from) {
        return Objects.requireNonNull(monthFrom.get(from));
    }

    String why(Reason reason) {
        return Objects.requireNonNull(unreadable.get(reason));
    }

    String why(BadCell bad) {
        return Objects.requireNonNull(this.bad.get(bad.flaw()))
                .replace("{max}", Integer.toString(TaskCells.MOST))
                .replace("{at}", bad.other())
                .replace("{typed}", bad.typed());
    }

    /** Text without what does not count in headings: case, width, spaces, brackets and punctuation. */
    static String plain(String text) {
        return Folding.fold(Folding.visible(text)).replaceAll("[\\s()\\[\\]_:,./+\\-\u3001]", "");
    }
}
