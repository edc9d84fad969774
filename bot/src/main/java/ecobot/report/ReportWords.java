package ecobot.report;

import ecobot.deadline.Source;
import ecobot.issue.Issue.Kind;
import java.util.List;
import java.util.Map;

/**
 * The words that a report is understood by: {@code templates/report/vocabulary.yml}. All of them folded.
 *
 * @param fillers what people say instead of a description
 * @param and stands between a description and what was added to it
 * @param card the line about the one material that applies, with {@code {title}} and {@code {number}}
 * @param samePlace from 0 to 1: from which likeness on two places may be one
 * @param sameText the same for descriptions
 */
record ReportWords(
        Map<Kind, List<String>> kinds,
        Map<Source, List<String>> sources,
        List<String> placeLeaders,
        List<String> placeEndings,
        List<String> placeSides,
        List<String> placeStops,
        Map<Heading, List<String>> headings,
        List<String> fillers,
        String and,
        double samePlace,
        double sameText,
        List<String> joinAnswers,
        List<String> newAnswers,
        List<String> deadlineOffers,
        String joinLabel,
        String newLabel,
        String card) {

    /** What a heading of a notice, or a column of a table, is about. */
    enum Heading {
        UNIT,
        PLACE,
        DESCRIPTION,
        DEADLINE,
        KIND,
        SOURCE,
        IGNORED
    }
}
