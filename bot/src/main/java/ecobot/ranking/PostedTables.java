package ecobot.ranking;

import ecobot.chat.Templates;
import ecobot.text.Folding;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which table a question is about: the last that was posted, unless this week or last week is asked for, or nothing was posted yet. */
@Component
class PostedTables {

    private final LeagueTables tables;
    private final Snapshots snapshots;
    private final Templates templates;

    PostedTables(LeagueTables tables, Snapshots snapshots, Templates templates) {
        this.tables = tables;
        this.snapshots = snapshots;
        this.templates = templates;
    }

    /**
     * A table that is asked for.
     *
     * @param posted whether it is as it was posted, and so known to everybody
     * @param week the word for it, as typed; empty when there was none
     * @param rest what else was typed
     */
    record Asked(LeagueTable table, boolean posted, String week, String rest) {}

    Asked asked(String arguments, Instant now) {
        var words = templates.words("ranking/rank-words", RankWords.class);
        var parts = Arrays.stream(arguments.strip().split("\\s+")).toList();
        var weeks = parts.stream().filter(part -> isWeek(words, part)).toList();
        var rest = parts.stream().filter(part -> !isWeek(words, part)).collect(Collectors.joining(" "));
        if (weeks.isEmpty()) {
            return last(now, rest);
        }
        var week = weeks.get(0);
        return words.wish(Folding.fold(week)) == RankWords.Wish.LAST_WEEK
                ? of(Period.weekEndedBefore(now), now, week, rest)
                : of(Period.weekOf(now), now, week, rest);
    }

    private Asked last(Instant now, String rest) {
        return snapshots.before(Period.weekOf(now), 1).stream()
                .findFirst()
                .map(snapshot -> new Asked(snapshot.content().table(), true, "", rest))
                .orElseGet(() -> of(Period.weekOf(now), now, "", rest));
    }

    private Asked of(Period period, Instant now, String week, String rest) {
        boolean over = !now.isBefore(period.endsAt());
        return snapshots
                .latest(period)
                .filter(snapshot -> over)
                .map(snapshot -> new Asked(snapshot.content().table(), true, week, rest))
                .orElseGet(() -> new Asked(tables.of(period, now), false, week, rest));
    }

    private static boolean isWeek(RankWords words, String part) {
        var wish = words.wish(Folding.fold(part));
        return !part.isEmpty() && (wish == RankWords.Wish.THIS_WEEK || wish == RankWords.Wish.LAST_WEEK);
    }

    /** What was posted of the weeks before this one, the latest first. */
    List<Snapshot> history(Instant now, int limit) {
        return snapshots.before(Period.weekOf(now), limit);
    }
}
