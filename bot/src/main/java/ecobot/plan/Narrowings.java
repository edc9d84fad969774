package ecobot.plan;

import ecobot.chat.Posts;
import ecobot.chat.UserMistake;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a subscription is narrowed to: names of units and of kinds of issue, mixed as they come. */
final class Narrowings {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;\\u3001]+");

    private final Roster roster;
    private final Posts posts;
    private final FilterWords words;

    Narrowings(Roster roster, Posts posts, FilterWords words) {
        this.roster = roster;
        this.posts = posts;
        this.words = words;
    }

    /** @param kinds by English name */
    record Narrowing(List<Long> unitIds, List<String> kinds) {}

    /**
     * The units and kinds of a list of names; none for an empty text.
     *
     * @throws UserMistake when a name means nothing, or several units, or when the post does not go by it
     */
    Narrowing read(String text, Posts.Kind post) {
        var units = new ArrayList<Long>();
        var kinds = new ArrayList<String>();
        for (var name : BETWEEN.split(withoutOnly(Folding.fold(text).strip()))) {
            if (!name.isEmpty()) {
                kind(name, post).ifPresentOrElse(kinds::add, () -> units.add(unit(name, post)));
            }
        }
        return new Narrowing(
                units.stream().distinct().toList(), kinds.stream().distinct().toList());
    }

    private String withoutOnly(String folded) {
        return words.only().stream()
                .filter(folded::startsWith)
                .findFirst()
                .map(word -> folded.substring(word.length()))
                .orElse(folded);
    }

    /** What is a kind for some post is none of its units for another one. */
    private Optional<String> kind(String name, Posts.Kind post) {
        var kind = post.kindNamed(name);
        if (kind.isEmpty()
                && posts.all().stream().anyMatch(other -> other.kindNamed(name).isPresent())) {
            throw UserMistake.of("plan/not-by-kind", Map.of("title", post.title()));
        }
        return kind;
    }

    private long unit(String name, Posts.Kind post) {
        if (!post.byUnit()) {
            throw UserMistake.of("plan/not-by-unit", Map.of("title", post.title()));
        }
        var meant = roster.unitsNamed(name);
        if (meant.size() != 1) {
            throw UserMistake.of("plan/unit-unclear", Unclear.of(name, meant, post, words));
        }
        return meant.get(0).id();
    }

    /** @param kinds what kinds may be written; empty when there are none */
    record Unclear(String typed, boolean several, String kinds) {
        static Unclear of(String typed, List<Unit> meant, Posts.Kind post, FilterWords words) {
            var kinds =
                    post.kinds().stream().map(Posts.IssueKind::title).collect(Collectors.joining(words.separator()));
            return new Unclear(typed, meant.size() > 1, kinds);
        }
    }
}
