package ecobot.issue;

import ecobot.chat.UserMistake;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Deadlines.Outcome;
import ecobot.deadline.Source;
import ecobot.deadline.UnclearDeadline;
import ecobot.issue.Step.Share;
import ecobot.text.Folding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Finds the units in what was typed, each with the date that follows its name, and what else was said. */
@Component
class Shares {

    private final UnitFinder finder;
    private final Deadlines deadlines;

    Shares(UnitFinder finder, Deadlines deadlines) {
        this.finder = finder;
        this.deadlines = deadlines;
    }

    /** @throws UserMistake when a date cannot be one */
    Named in(String text, Instant at) {
        var folded = new StringBuilder(Folding.fold(text));
        var rest = new StringBuilder(text);
        var starts = new ArrayList<Integer>();
        var units = new ArrayList<Long>();
        for (var found = finder.in(folded.toString()); found.isPresent(); found = finder.in(folded.toString())) {
            var mention = found.get();
            starts.add(mention.start());
            units.add(mention.unit().id());
            blank(folded, mention.start(), mention.end());
            blank(rest, mention.start(), mention.end());
        }
        var shares = new ArrayList<Share>();
        for (int i = 0; i < units.size(); i++) {
            int start = starts.get(i);
            int end = starts.stream()
                    .filter(other -> other > start)
                    .min(Integer::compare)
                    .orElse(folded.length());
            shares.add(share(units.get(i), start, end, folded, rest, at));
        }
        var distinct = new ArrayList<Share>();
        for (var share : inOrder(shares, starts)) {
            if (distinct.stream().noneMatch(known -> known.unitId() == share.unitId())) {
                distinct.add(share);
            }
        }
        var said = tidy(rest.toString());
        return new Named(distinct, finder.isJoiner(said) ? "" : said);
    }

    private Share share(long unit, int start, int end, StringBuilder folded, StringBuilder rest, Instant at) {
        var found = deadlines.find(folded.substring(start, end));
        if (found.isEmpty()) {
            return new Share(unit, null);
        }
        Outcome outcome = deadlines.typed(found.get(), Source.PATROL, at);
        if (outcome.deadline() == null) {
            throw UnclearDeadline.of(outcome).mistake();
        }
        blank(folded, start + found.get().from(), start + found.get().to());
        blank(rest, start + found.get().from(), start + found.get().to());
        return new Share(unit, outcome.deadline());
    }

    /** As they stand in the text; the longest names were found first. */
    private static List<Share> inOrder(List<Share> shares, List<Integer> starts) {
        return IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(starts::get))
                .map(shares::get)
                .toList();
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, ' ');
        }
    }

    private static String tidy(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("^[\\s,;:\uFF0C\uFF1B\uFF1A\u3001\u3002]+|[\\s,;:\uFF0C\uFF1B\uFF1A\u3001]+$", "");
    }

    /** @param rest what was said beside units and dates; may be empty */
    record Named(List<Share> shares, String rest) {}
}
