package ecobot.issue;

import ecobot.chat.UserMistake;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Deadlines.Outcome;
import ecobot.deadline.Source;
import ecobot.deadline.UnclearDeadline;
import ecobot.issue.Step.Share;
import ecobot.roster.Roster.UnitMention;
import ecobot.text.Folding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
        var named = firstOfEach(mentions(folded));
        named.forEach(mention -> blank(rest, mention.start(), mention.end()));
        var shares = new ArrayList<Share>();
        for (int i = 0; i < named.size(); i++) {
            int end = i + 1 < named.size() ? named.get(i + 1).start() : folded.length();
            shares.add(share(named.get(i).unit().id(), named.get(i).start(), end, folded, rest, at));
        }
        var said = tidy(rest.toString());
        return new Named(shares, finder.isJoiner(said) ? "" : said);
    }

    /** All of them, the longest names first; they are taken out of the text. */
    private List<UnitMention> mentions(StringBuilder folded) {
        var mentions = new ArrayList<UnitMention>();
        for (var found = finder.in(folded.toString()); found.isPresent(); found = finder.in(folded.toString())) {
            mentions.add(found.get());
            blank(folded, found.get().start(), found.get().end());
        }
        return mentions;
    }

    /** In the order of the text. Where a unit is named again it belongs to what is said of it. */
    private static List<UnitMention> firstOfEach(List<UnitMention> mentions) {
        var first = new LinkedHashMap<Long, UnitMention>();
        mentions.stream()
                .sorted(Comparator.comparing(UnitMention::start))
                .forEach(mention -> first.putIfAbsent(mention.unit().id(), mention));
        return List.copyOf(first.values());
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
