package ecobot.library;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Reads an Atom or RSS feed over the open internet: a limited size within a limited time, every step of a redirect checked like the first
 * address. The XML may name no document type, hence no entities.
 */
final class FeedReader {

    static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MOST_REDIRECTS = 3;
    private static final String AGENT = "EcoBot";
    /** Whoever is asked may be slower than we wait: no thread that others need. */
    private static final Executor EXCHANGES = new SimpleAsyncTaskExecutor("feed-exchange-");

    private final HttpClient client;
    private final Rule rule;
    private final Duration longest;

    FeedReader() {
        this(FeedAddress::check, LONGEST);
    }

    /** @param rule which addresses may be asked */
    FeedReader(Rule rule, Duration longest) {
        this.rule = rule;
        this.longest = longest;
        this.client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Read read(String url) throws FeedUnread {
        var bytes = bytes(uri(url));
        try (var reader = new XmlReader(new ByteArrayInputStream(bytes))) {
            var feed = new SyndFeedInput().build(reader);
            var entries = feed.getEntries().stream().map(FeedReader::entry).toList();
            return new Read(words(feed.getTitle()), entries);
        } catch (IOException | FeedException | IllegalArgumentException e) {
            throw new FeedUnread(FeedFault.NOT_A_FEED);
        }
    }

    private byte[] bytes(URI first) throws FeedUnread {
        var uri = first;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            rule.check(uri);
            var answer = exchange(uri);
            var next = answer.next;
            if (next == null) {
                return answer.bytes;
            }
            uri = uri.resolve(next);
        }
        throw new FeedUnread(FeedFault.REFUSED);
    }

    private Answer exchange(URI uri) throws FeedUnread {
        var request = HttpRequest.newBuilder(uri)
                .header("User-Agent", AGENT)
                .header("Accept", "application/atom+xml, application/rss+xml, application/xml, text/xml")
                .timeout(longest)
                .build();
        var whole = CompletableFuture.supplyAsync(() -> send(request), EXCHANGES);
        try {
            var answer = whole.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.fault != null) {
                throw new FeedUnread(answer.fault);
            }
            return answer;
        } catch (TimeoutException | ExecutionException e) {
            whole.cancel(true);
            throw new FeedUnread(FeedFault.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedUnread(FeedFault.UNREACHABLE);
        }
    }

    private Answer send(HttpRequest request) {
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                int status = response.statusCode();
                if (status >= 300 && status < 400) {
                    var next = response.headers().firstValue("Location");
                    return next.isPresent()
                            ? new Answer(new byte[0], URI.create(next.get()), null)
                            : Answer.of(FeedFault.REFUSED);
                } else if (status != 200) {
                    return Answer.of(FeedFault.REFUSED);
                }
                var bytes = body.readNBytes(MOST_BYTES + 1);
                return bytes.length > MOST_BYTES ? Answer.of(FeedFault.TOO_LARGE) : new Answer(bytes, null, null);
            }
        } catch (IOException | IllegalArgumentException e) {
            return Answer.of(FeedFault.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.of(FeedFault.UNREACHABLE);
        }
    }

    private static URI uri(String url) throws FeedUnread {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new FeedUnread(FeedFault.FORBIDDEN);
        }
    }

    private static Entry entry(SyndEntry entry) {
        var link = words(entry.getLink());
        var uri = words(entry.getUri());
        var published = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        var contents = entry.getContents().stream().map(SyndContent::getValue);
        var description = Stream.ofNullable(entry.getDescription()).map(SyndContent::getValue);
        var html = Stream.concat(contents, description)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("");
        return new Entry(
                uri.isEmpty() ? link : uri,
                HtmlText.of(words(entry.getTitle())).replace('\n', ' '),
                link,
                HtmlText.of(html),
                published == null ? null : published.toInstant());
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Says which addresses may be asked. */
    interface Rule {
        void check(URI uri) throws FeedUnread;
    }

    /** What a feed holds, in its own order. */
    record Read(String title, List<Entry> entries) {}

    /**
     * One entry.
     *
     * @param key what the feed knows it by; empty when it says nothing
     * @param text without markup
     * @param publishedAt null when it is not said
     */
    record Entry(
            String key,
            String title,
            String link,
            String text,
            @Nullable Instant publishedAt) {}

    private record Answer(
            byte[] bytes, @Nullable URI next, @Nullable FeedFault fault) {

        static Answer of(FeedFault fault) {
            return new Answer(new byte[0], null, fault);
        }
    }
}
