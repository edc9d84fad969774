package ecobot.deadline;

import ecobot.deadline.Deadline.DayUnit;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Default deadlines and the words for deadlines: {@code templates/deadline/deadlines.yml}. */
record DeadlineWords(
        LocalTime endOfDay,
        int farthestDays,
        int nextYearWithinDays,
        List<Rule> rules,
        List<Span> acceptWithin,
        Span returnWithin,
        Map<DayUnit, String> units,
        String extended,
        String redated,
        String holidaysSkipped,
        String rolledOver,
        String unknownYear,
        String digits,
        String ten,
        Map<String, String> sameDigits,
        List<String> ranges,
        String weekdays,
        Map<String, String> sameWeekdays,
        String within,
        String before,
        String clock,
        Map<String, LocalTime> moments,
        List<String> dayEnds,
        Seen seen,
        List<String> leaders,
        List<String> followers,
        List<PhraseRow> phrases,
        List<SpanRow> spans) {

    /** Rule of a deadline that was not given: same day. */
    static final String AT_ONCE = "at-once";
    /** Rule of a deadline given as a number of days. */
    static final String TYPED_DAYS = "typed-days";
    /** Rule of a deadline given as a date. */
    static final String TYPED_DATE = "typed-date";

    /** The rule that applies when no deadline is given; also the cap when one is. */
    Rule defaultOf(Source source) {
        return rules.stream()
                .filter(rule -> rule.sources().contains(source))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("deadline/deadlines: no rule for " + source));
    }

    Rule rule(String key) {
        return rules.stream()
                .filter(rule -> rule.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("deadline/deadlines: no rule " + key));
    }

    /** How soon somebody has to say that he takes it, where there is such a rule. */
    Optional<Span> acceptWithin(Source source) {
        return acceptWithin.stream()
                .filter(span -> span.sources().contains(source))
                .findFirst();
    }

    /** Where a rule begins to count. */
    enum Start {
        /** 收到. */
        RECEIPT,
        /** 受理. */
        ACCEPTANCE
    }

    /** So many days for a step on the way; {@code sources} is empty where the source does not matter. */
    record Span(List<Source> sources, int amount, DayUnit unit) {}

    /**
     * One rule.
     *
     * @param start the day that the count begins after; while nobody has accepted it, a rule that starts there counts from receipt
     * @param cap by how many days it may be extended; 0 when not at all
     * @param why what people are told, with {@code {amount}}, {@code {unit}} and {@code {start}}
     */
    record Rule(
            String key,
            List<Source> sources,
            Start start,
            int amount,
            DayUnit unit,
            int cap,
            DayUnit capUnit,
            String why) {}

    /**
     * One way to say a deadline.
     *
     * @param amount what {@code means} needs beside the numbers in the text
     */
    record PhraseRow(Means means, int amount, String pattern) {}

    /**
     * What tells that a day is the one on which something was seen.
     *
     * @param after pattern of what stands right before such a day
     * @param headings pattern of the headings under which such a day stands
     */
    record Seen(String after, String headings) {}

    /**
     * One way to say a number of days.
     *
     * @param days how many days one of them is
     */
    record SpanRow(int days, DayUnit unit, String pattern) {}
}
