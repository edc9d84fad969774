package ecobot.chat;

import ecobot.text.Folding;
import java.util.List;
import java.util.Optional;

/** Every post that there is, as people call it. A new post is in here by being a bean and having its words. */
public interface Posts {

    /** All of them, by title. */
    List<Kind> all();

    /** The post of that English name, which is also the task of its schedules. */
    Optional<Kind> named(String name);

    /** The post that a line begins with: its title, another word for it, or its English name; the longest one wins. */
    Optional<Start> startOf(String line);

    /**
     * A post.
     *
     * @param name English, for rows and keys
     * @param title what people call it
     * @param about what it brings, in a few words
     * @param forGroups whether groups can subscribe to it
     * @param planned whether people may plan it and send it by hand
     * @param byUnit whether a subscription can be narrowed to units
     * @param ranksUnits whether it ranks or codes units
     * @param kinds the kinds of issue that a subscription can be narrowed to; empty when it cannot
     */
    record Kind(
            String name,
            String title,
            String about,
            boolean forGroups,
            boolean planned,
            boolean byUnit,
            boolean ranksUnits,
            List<IssueKind> kinds) {

        /** The English name of the kind that a word means; empty when it means none. */
        public Optional<String> kindNamed(String word) {
            var folded = Folding.fold(word);
            return kinds.stream()
                    .filter(kind -> kind.words().stream().map(Folding::fold).anyMatch(folded::equals))
                    .map(IssueKind::name)
                    .findFirst();
        }
    }

    /**
     * A kind of issue, as people call it.
     *
     * @param name English, for rows
     * @param words what may be typed, the one that is shown first
     */
    record IssueKind(String name, List<String> words) {
        public String title() {
            return words.get(0);
        }
    }

    /**
     * A recognised beginning.
     *
     * @param rest what follows, as typed, stripped
     */
    record Start(Kind kind, String rest) {}
}
