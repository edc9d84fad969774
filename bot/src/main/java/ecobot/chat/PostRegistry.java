package ecobot.chat;

import ecobot.text.Folding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.stereotype.Component;

/** The posts and the words for them. A word that two posts share, or a post without words, stops the start. */
@Component
class PostRegistry implements Posts {

    private final Map<String, Kind> byName = new TreeMap<>();
    /** By folded word, the longest first. */
    private final Map<String, Kind> byWord =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    PostRegistry(List<Post> posts, Templates templates) {
        for (var post : posts) {
            var words = templates.words(roomOf(post) + "/" + post.name() + "-post", PostWords.class);
            var kind = new Kind(
                    post.name(),
                    words.title(),
                    words.about(),
                    post.forGroups(),
                    post.planned(),
                    post.byUnit(),
                    post.ranksUnits(),
                    kinds(post, templates));
            byName.put(post.name(), kind);
            Stream.concat(Stream.of(post.name()), words.all()).forEach(word -> claim(word, kind));
        }
    }

    private static List<IssueKind> kinds(Post post, Templates templates) {
        return post.kinds().isEmpty()
                ? List.of()
                : templates
                        .words(roomOf(post) + "/" + post.name() + "-kinds", PostKindWords.class)
                        .of(post);
    }

    @Override
    public List<Kind> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(Kind::title))
                .toList();
    }

    @Override
    public Optional<Kind> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public Optional<Start> startOf(String line) {
        var text = line.strip();
        var folded = Folding.fold(text);
        return byWord.entrySet().stream()
                .filter(word -> folded.startsWith(word.getKey()))
                .findFirst()
                .map(word -> new Start(
                        word.getValue(), text.substring(word.getKey().length()).strip()));
    }

    private void claim(String word, Kind kind) {
        var owner = byWord.putIfAbsent(Folding.fold(word), kind);
        if (owner != null && !owner.equals(kind)) {
            throw new IllegalStateException(
                    "the posts " + owner.name() + " and " + kind.name() + " share the word " + word);
        }
    }

    private static String roomOf(Post post) {
        var name = AopUtils.getTargetClass(post).getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
