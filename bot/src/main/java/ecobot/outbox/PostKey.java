package ecobot.outbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the messages of one post have in common: the key without receiver and part. Posts are {@code post:<occurrence>:<receiver>:<part>},
 * announcements end in {@code :group:<id>} or {@code :member:<id>}; an answer is no post, whoever else is told with it.
 */
final class PostKey {

    private static final Pattern PLANNED = Pattern.compile("(post:\\d+):.+");
    private static final Pattern ANNOUNCED = Pattern.compile("(.+):(?:group|member):\\d+(?::\\d+)?(?:\\.\\d+)?");

    private PostKey() {}

    static Optional<String> of(Outgoing message) {
        return switch (message.kind()) {
            case REPLY -> Optional.empty();
            case POST -> common(PLANNED, message.key());
            case NOTICE -> common(ANNOUNCED, message.key()).filter(key -> !key.startsWith("reply:"));
        };
    }

    private static Optional<String> common(Pattern pattern, String key) {
        Matcher matcher = pattern.matcher(key);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
