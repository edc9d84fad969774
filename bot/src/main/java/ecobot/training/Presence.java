package ecobot.training;

import ecobot.roster.Member;
import ecobot.text.Folding;
import ecobot.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A trainer's list of who came: names, or everybody, perhaps without some.
 *
 * @param there who came; signed up or not
 * @param unknown what is neither a name of a member nor a word of such a list
 * @param empty whether the line says nothing at all
 */
record Presence(List<Member> there, List<String> unknown, boolean empty) {

    private static final Pattern CLAUSE = Pattern.compile("[^,;.]+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * Reads a list.
     *
     * @param signed who signed up
     * @param all who may be named; of several of one name those who signed up are meant
     */
    static Presence in(String text, List<Member> signed, List<Member> all, AttendanceWords words) {
        return new Reading(signed, words).read(Folding.fold(text), byLength(signed, all));
    }

    private static List<Member> byLength(List<Member> signed, List<Member> all) {
        var members = new LinkedHashSet<>(signed);
        members.addAll(all);
        return members.stream()
                .sorted(Comparator.comparingInt((Member member) -> member.name().length())
                        .reversed())
                .toList();
    }

    private record Named(Member member, int at) {}

    /** Part by part, for what is said of some is not said of others. */
    private static final class Reading {

        private final List<Member> signed;
        private final AttendanceWords words;
        private final List<Named> names = new ArrayList<>();
        private final Set<Member> there = new LinkedHashSet<>();
        private final Set<Member> missing = new LinkedHashSet<>();
        /** Names of which nothing was said yet. */
        private final List<Named> pending = new ArrayList<>();

        private boolean everybody;
        private boolean missingGoesOn;

        Reading(List<Member> signed, AttendanceWords words) {
            this.signed = signed;
            this.words = words;
        }

        Presence read(String folded, List<Member> members) {
            var rest = folded;
            for (var member : members) {
                var name = Folding.fold(member.name());
                int at = rest.indexOf(name);
                if (at >= 0) {
                    names.add(new Named(member, at));
                    rest = Text.blank(rest, at, at + name.length());
                }
            }
            names.sort(Comparator.comparingInt(Named::at));
            var clauses = CLAUSE.matcher(rest);
            while (clauses.find()) {
                clause(clauses.group(), clauses.start(), clauses.end());
            }
            pending.forEach(named -> there.add(named.member()));
            // Where somebody is said to be missing, everybody else came.
            if (everybody || !missing.isEmpty()) {
                there.addAll(signed);
            }
            there.removeAll(missing);
            return new Presence(List.copyOf(there), unknown(rest), !everybody && names.isEmpty());
        }

        private void clause(String text, int start, int end) {
            var own = names.stream()
                    .filter(named -> named.at() >= start && named.at() < end)
                    .toList();
            int before = first(text, words.without());
            int after = first(text, words.missing());
            everybody |= first(text, words.everybody()) >= 0;
            if (before >= 0) {
                split(own, start + before, true);
                missingGoesOn = true;
            } else if (after >= 0) {
                var all = Stream.concat(pending.stream(), own.stream()).toList();
                pending.clear();
                boolean ahead = all.stream().anyMatch(named -> named.at() < start + after);
                split(all, start + after, !ahead);
                missingGoesOn = !ahead;
            } else if (BETWEEN.matcher(text).matches()) {
                own.forEach(named -> {
                    if (missingGoesOn) {
                        missing.add(named.member());
                    } else {
                        pending.add(named);
                    }
                });
            } else {
                missingGoesOn = false;
                Stream.concat(pending.stream(), own.stream()).forEach(named -> there.add(named.member()));
                pending.clear();
            }
        }

        /** Those on one side of a word are missing, those on the other came. */
        private void split(List<Named> all, int at, boolean missingAfter) {
            all.forEach(named -> (named.at() > at == missingAfter ? missing : there).add(named.member()));
        }

        private List<String> unknown(String rest) {
            var left = rest;
            for (var known : List.of(words.without(), words.missing(), words.everybody(), words.fillers())) {
                left = Text.blankAll(left, longestFirst(known));
            }
            return BETWEEN.splitAsStream(left).filter(word -> !word.isEmpty()).toList();
        }
    }

    private static int first(String text, List<String> any) {
        return any.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1);
    }

    private static List<String> longestFirst(List<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
