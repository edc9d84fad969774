package ecobot.library;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.Material.Category;
import ecobot.text.Folding;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Adds, shows and ends feeds. */
@Component
class FeedDesk {

    private static final int LONGEST = 500;

    private final FeedMapper feeds;
    private final FeedTask task;
    private final Audit audit;
    private final Templates templates;

    FeedDesk(FeedMapper feeds, FeedTask task, Audit audit, Templates templates) {
        this.feeds = feeds;
        this.task = task;
        this.audit = audit;
        this.templates = templates;
        words();
    }

    /** @param rest an address and perhaps a category; a word that ends one and its number; or nothing, to see them */
    Reply answer(CommandCall call, String rest) {
        var parts = rest.strip().split("\\s+", 2);
        if (parts[0].isEmpty()) {
            return list();
        } else if (words().end().contains(Folding.fold(parts[0]))) {
            return end(call, parts.length < 2 ? "" : Folding.fold(parts[1]).strip());
        }
        return add(call, parts[0], parts.length < 2 ? "" : parts[1]);
    }

    private Reply add(CommandCall call, String url, String category) {
        if (!isAddress(url)) {
            throw UserMistake.of("library/feed-address", Map.of("typed", url));
        }
        var keepers = templates.words(KeeperWords.FILE, KeeperWords.class);
        var kind = category.isBlank()
                ? Category.POLICY
                : keepers.category(Folding.fold(category).strip())
                        .orElseThrow(() -> UserMistake.of("library/feed-category", Map.of("typed", category)));
        feeds.add(url, kind, call.member().id(), call.at());
        var feed = Objects.requireNonNull(feeds.byUrl(url));
        audit.record(call.member().staffId(), "material-feed", "feed:" + feed.id(), Outcome.ALLOWED, "added");
        task.readSoon(feed);
        return Reply.of(
                "library/feed-added",
                Map.of(
                        "number",
                        feed.id(),
                        "category",
                        templates.words(LibraryWords.FILE, LibraryWords.class).name(kind)));
    }

    private Reply end(CommandCall call, String number) {
        if (!number.matches("\\d{1,9}") || feeds.remove(Long.parseLong(number)) == 0) {
            throw UserMistake.of("library/feed-unknown", Map.of("typed", number));
        }
        audit.record(call.member().staffId(), "material-feed", "feed:" + number, Outcome.ALLOWED, "ended");
        return Reply.of("library/feed-ended", Map.of("number", number));
    }

    private Reply list() {
        var names = templates.words(LibraryWords.FILE, LibraryWords.class);
        var lines = feeds.all().stream()
                .map(feed -> new Line(
                        feed.id(),
                        feed.title().isEmpty() ? feed.url() : feed.title(),
                        names.name(feed.category()),
                        feed.readAt() == null ? "" : feed.readAt(),
                        feed.fault() == null ? "" : words().why(feed.fault())))
                .toList();
        return Reply.of("library/feeds", new Listed(lines.size(), lines));
    }

    private static boolean isAddress(String url) {
        try {
            var uri = URI.create(url);
            return url.length() <= LONGEST
                    && url.chars().allMatch(c -> c > 0x20 && c < 0x7f)
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private FeedWords words() {
        return templates.words(FeedWords.FILE, FeedWords.class);
    }

    /**
     * A feed in the list.
     *
     * @param readAt a time, or empty before the first
     * @param why the last reading failed; empty when it did not
     */
    record Line(long number, String title, String category, Object readAt, String why) {}

    record Listed(int count, List<Line> feeds) {}
}
