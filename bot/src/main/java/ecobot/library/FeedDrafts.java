package ecobot.library;

import ecobot.calendar.Zone;
import ecobot.chat.Announcements;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Templates;
import ecobot.library.FeedReader.Entry;
import ecobot.library.FeedReader.Read;
import ecobot.roster.Roster;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes drafts of what is new in a feed; none of them is posted or found before somebody has reviewed it. */
@Component
@Transactional
class FeedDrafts {

    /** A feed that was just added brings its newest only. */
    private static final int FIRST = 5;

    private static final int MOST = 20;

    private final FeedMapper feeds;
    private final Shelf shelf;
    private final Announcements announcements;
    private final Roster roster;
    private final Templates templates;

    FeedDrafts(FeedMapper feeds, Shelf shelf, Announcements announcements, Roster roster, Templates templates) {
        this.feeds = feeds;
        this.shelf = shelf;
        this.announcements = announcements;
        this.roster = roster;
        this.templates = templates;
    }

    /** Takes what is new, and tells the trainer when there is something, or when it is the first time. */
    void take(long feedId, Read read, Instant at) {
        var feed = feeds.lock(feedId);
        if (feed == null) {
            return;
        }
        boolean first = feed.readAt() == null;
        var known = new HashSet<>(feeds.taken(feedId));
        int drafts = 0;
        for (var entry : read.entries()) {
            var hash = hash(entry);
            if (!entry.title().isEmpty() && known.add(hash)) {
                boolean wanted = drafts < (first ? FIRST : MOST);
                if (!wanted && !first) {
                    break; // the rest comes next time
                }
                feeds.take(feedId, hash, wanted ? draft(feed, read.title(), entry, at) : null);
                drafts += wanted ? 1 : 0;
            }
        }
        feeds.read(feedId, at, shortened(read.title(), MaterialFileReader.LONGEST_TITLE), null);
        if (first || drafts > 0) {
            tell(feed, new Heard(feedId, read.title(), drafts, first, ""), at);
        }
    }

    /** Notes that it could not be read, and says so once. */
    void failed(long feedId, FeedFault fault, Instant at) {
        var feed = feeds.lock(feedId);
        if (feed != null) {
            feeds.read(feedId, at, null, fault);
            if (feed.fault() != fault) {
                var why = templates.words(FeedWords.FILE, FeedWords.class).why(fault);
                tell(feed, new Heard(feedId, feed.title().isEmpty() ? feed.url() : feed.title(), 0, false, why), at);
            }
        }
    }

    private long draft(Feed feed, String feedTitle, Entry entry, Instant at) {
        var words = templates.words(FeedWords.FILE, FeedWords.class);
        var text = shortened(entry.text(), MaterialFileReader.LONGEST_BODY);
        var published = Optional.ofNullable(entry.publishedAt())
                .map(moment -> moment.atZone(Zone.SHANGHAI).toLocalDate())
                .orElse(null);
        var link = entry.link();
        boolean linked = link.matches("https://[^\\s/@]+(?:/\\S*)?") && link.length() <= 500;
        var title = shortened(entry.title(), MaterialFileReader.LONGEST_TITLE);
        return shelf.draft(
                new Content(
                        feed.category(),
                        title,
                        Guesses.summary(text, title),
                        text.isEmpty() ? words.emptyBody() : text,
                        feedTitle.isEmpty() ? feed.url() : shortened(feedTitle, ContentBuilder.LONGEST_SOURCE),
                        linked ? link : null,
                        null,
                        published,
                        null,
                        List.of()),
                null,
                at);
    }

    private void tell(Feed feed, Heard heard, Instant at) {
        roster.member(feed.addedBy())
                .ifPresent(member -> announcements.tell(
                        "library-feed:" + feed.id() + ":" + at.toEpochMilli(),
                        new MemberNote(member, "library/feed-heard", heard)));
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static String hash(Entry entry) {
        try {
            var key = entry.key().isEmpty() ? entry.title() : entry.key();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What came of a feed.
     *
     * @param first whether it was read for the first time
     * @param why it could not be read; empty when it could
     */
    record Heard(long number, String title, int drafts, boolean first, String why) {}
}
