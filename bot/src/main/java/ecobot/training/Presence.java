package ecobot.training;

import ecobot.roster.Member;
import ecobot.text.Folding;
import ecobot.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A trainer's list of who came: names, or everybody, perhaps without some.
 *
 * @param there who came; signed up or not
 * @param unknown what is neither a name of a member nor a word of such a list
 * @param empty whether the line says nothing at all
 */
record Presence(List<Member> there, List<String> unknown, boolean empty) {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * Reads a list.
     *
     * @param signed who signed up
     * @param all who may be named; of several of one name those who signed up are meant
     */
    static Presence in(String text, List<Member> signed, List<Member> all, AttendanceWords words) {
        var folded = Folding.fold(text);
        var names = new ArrayList<Named>();
        var rest = folded;
        for (var member : byLength(signed, all)) {
            var name = Folding.fold(member.name());
            int at = rest.indexOf(name);
            if (at >= 0) {
                names.add(new Named(member, at));
                rest = Text.blank(rest, at, at + name.length());
            }
        }
        int except = first(rest, words.except());
        boolean everybody = first(rest, words.everybody()) >= 0;
        for (var known : List.of(words.except(), words.everybody(), words.fillers())) {
            rest = Text.blankAll(rest, longestFirst(known));
        }
        var unknown =
                BETWEEN.splitAsStream(rest).filter(word -> !word.isEmpty()).toList();
        boolean nothing = names.isEmpty() && !everybody && except < 0;
        return new Presence(there(names, signed, everybody, except), unknown, nothing);
    }

    /** With a word such as 除了 or 没来 those after it are missing; where nobody stands after it, those before it. */
    private static List<Member> there(List<Named> names, List<Member> signed, boolean everybody, int except) {
        if (except < 0) {
            var there = new LinkedHashSet<>(everybody ? signed : List.<Member>of());
            names.forEach(named -> there.add(named.member()));
            return List.copyOf(there);
        }
        var after = names.stream().filter(named -> named.at() > except).toList();
        var missing =
                (after.isEmpty() ? names : after).stream().map(Named::member).toList();
        var there = new LinkedHashSet<>(signed);
        names.stream().map(Named::member).forEach(there::add);
        missing.forEach(there::remove);
        return List.copyOf(there);
    }

    private static List<Member> byLength(List<Member> signed, List<Member> all) {
        var members = new LinkedHashSet<>(signed);
        members.addAll(all);
        return members.stream()
                .sorted(Comparator.comparingInt((Member member) -> member.name().length())
                        .reversed())
                .toList();
    }

    private static int first(String text, List<String> any) {
        return any.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1);
    }

    private static List<String> longestFirst(List<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private record Named(Member member, int at) {}
}
