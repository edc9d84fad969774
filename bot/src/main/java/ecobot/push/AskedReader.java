package ecobot.push;

import ecobot.calendar.Zone;
import ecobot.chat.CommandCall;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.DeadlineMention;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Deadlines.Outcome;
import ecobot.deadline.Source;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import ecobot.text.DayParts;
import ecobot.text.Folding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what follows the word for pushing: a number, then groups and a time in any order. */
@Component
class AskedReader {

    private static final Pattern NUMBER = Pattern.compile("^#?(\\d{1,9})\u53f7?(?![\\d:\u70b9\u6708\u65e5])\\s*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;\u3001]+");

    private final Roster roster;
    private final Deadlines deadlines;
    private final Templates templates;

    AskedReader(Roster roster, Deadlines deadlines, Templates templates) {
        this.roster = roster;
        this.deadlines = deadlines;
        this.templates = templates;
    }

    /** @throws UserMistake when there is no number, or a word means no group and no time */
    Asked read(CommandCall call) {
        var number = NUMBER.matcher(call.folded());
        if (!number.find()) {
            throw UserMistake.of("push/push-what", Map.of());
        }
        var rest = call.folded().substring(number.end()).replaceAll(parts().into(words().timeGap()), "");
        var time = deadlines.anywhere(rest);
        var named = time.map(found -> rest.substring(0, found.start()) + " " + rest.substring(found.end()))
                .orElse(rest);
        return new Asked(
                Long.parseLong(number.group(1)),
                groups(named, call.group()),
                time.map(found -> at(found, call.at(), rest)).orElse(null));
    }

    private List<Group> groups(String named, @Nullable Group here) {
        var groups = new LinkedHashSet<Group>();
        Arrays.stream(BETWEEN.split(named.strip()))
                .filter(word -> !word.isEmpty())
                .forEach(word -> groups.addAll(groupsNamed(word, here)));
        return List.copyOf(groups);
    }

    private List<Group> groupsNamed(String word, @Nullable Group here) {
        if (words().here().contains(word)) {
            if (here == null) {
                throw UserMistake.of("push/here-in-private", Map.of());
            }
            return List.of(here);
        }
        if (words().everywhere().contains(word)) {
            return roster.groups();
        }
        var titled = roster.groups().stream()
                .filter(group -> Folding.fold(group.title()).contains(word))
                .toList();
        var meant = titled.isEmpty() ? ofUnit(word) : titled;
        if (meant.isEmpty()) {
            throw UserMistake.of("push/no-such-group", Map.of("typed", word));
        }
        return meant;
    }

    /** The groups of a unit alone, so that a town's name does not also mean those of its area. */
    private List<Group> ofUnit(String word) {
        var units = roster.unitsNamed(word);
        return units.size() != 1
                ? List.of()
                : roster.groupsOf(units.get(0).id()).stream()
                        .filter(group -> group.unitIds().size() == 1)
                        .toList();
    }

    private Instant at(DeadlineMention found, Instant now, String rest) {
        var typed = rest.substring(found.start(), found.end());
        var outcome = deadlines.typed(found, Source.PATROL, now);
        var day = day(outcome, now, typed);
        var time = found.time() == null ? words().usualTime() : local(outcome, typed);
        var at = day.atTime(time).atZone(Zone.SHANGHAI).toInstant();
        if (!at.isAfter(now)) {
            throw UserMistake.of("push/time-past", Map.of("typed", typed));
        }
        return at;
    }

    private static LocalDate day(Outcome outcome, Instant now, String typed) {
        if (outcome.deadline() != null) {
            return outcome.deadline().dueOn();
        }
        throw UserMistake.of(
                outcome.fault() == Deadlines.Fault.PAST ? "push/time-past" : "push/no-such-time",
                Map.of("typed", typed));
    }

    private static java.time.LocalTime local(Outcome outcome, String typed) {
        return Objects.requireNonNull(outcome.deadline(), typed)
                .dueAt()
                .atZone(Zone.SHANGHAI)
                .toLocalTime();
    }

    private DayParts parts() {
        return templates.words(DayParts.FILE, DayParts.class);
    }

    private PushWords words() {
        return templates.words(PushWords.FILE, PushWords.class);
    }
}
