package ecobot.chat;

import ecobot.chat.Posts.IssueKind;
import java.util.List;
import java.util.Map;

/**
 * What the kinds of issue are called that a subscription to a post can be narrowed to: {@code templates/<room>/<name>-kinds.yml}.
 *
 * @param kinds by English name, the word that is shown first
 */
record PostKindWords(Map<String, List<String>> kinds) {

    /**
     * The kinds in the order of the file.
     *
     * @throws IllegalStateException when they are not those that the post goes by
     */
    List<IssueKind> of(Post post) {
        if (!kinds.keySet().equals(post.kinds())) {
            throw new IllegalStateException(
                    post.name() + " goes by the kinds " + post.kinds() + ", its words are for " + kinds.keySet());
        }
        return kinds.entrySet().stream()
                .map(kind -> new IssueKind(kind.getKey(), List.copyOf(kind.getValue())))
                .toList();
    }
}
