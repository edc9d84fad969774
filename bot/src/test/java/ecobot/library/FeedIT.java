package ecobot.library;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import ecobot.library.Material.Category;
import ecobot.library.Material.State;
import ecobot.roster.Roster;
import ecobot.testing.EcoBotIT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds over real HTTP; the rule about addresses, which would refuse this machine, is tried by itself. */
@EcoBotIT
class FeedIT {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final FeedMapper feeds;
    private final FeedTask task;
    private final Roster roster;
    private final JdbcClient sql;
    private final WireMockServer site =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final FeedReader reader = new FeedReader(uri -> {}, Duration.ofSeconds(10));

    @Autowired
    FeedIT(FeedMapper feeds, FeedTask task, Roster roster, JdbcClient sql) {
        this.feeds = feeds;
        this.task = task;
        this.roster = roster;
        this.sql = sql;
    }

    @BeforeEach
    void open() {
        site.start();
    }

    @AfterEach
    void close() {
        site.stop();
        sql.sql("delete from material_feed").update();
        sql.sql("delete from material where source = '试验网站'").update();
    }

    @Test
    void each_entry_becomes_one_draft_and_none_twice() {
        var feed = added("/atom.xml");
        serve("/atom.xml", 8);

        task.read(feed, reader);

        assertThat(drafts())
                .as("the newest only, the first time")
                .hasSize(5)
                .allSatisfy(state -> assertThat(state).isEqualTo(State.DRAFT.name()));
        task.read(feed, reader);
        assertThat(drafts()).hasSize(5);
        serve("/atom.xml", 10);
        task.read(feed, reader);
        assertThat(drafts()).as("two are new").hasSize(7);
        var body = sql.sql("select body from material where source = '试验网站' order by id limit 1")
                .query(String.class)
                .single();
        assertThat(body).isEqualTo("第一段\n\n- 要点<b>不是标记</b>");
        assertThat(feeds.all().get(0).title()).isEqualTo("试验网站");
    }

    @Test
    void what_is_no_feed_too_large_slow_or_refused_is_noted_and_breaks_nothing() {
        site.stubFor(get("/page").willReturn(ok("<html><body>hello</body></html>")));
        site.stubFor(get("/large").willReturn(ok("x".repeat(FeedReader.MOST_BYTES + 1))));
        site.stubFor(get("/slow").willReturn(ok("").withFixedDelay(1_500)));
        site.stubFor(get("/gone").willReturn(aResponse().withStatus(404)));
        site.stubFor(get("/round").willReturn(temporaryRedirect("/round")));

        assertThat(fault("/page")).isEqualTo(FeedFault.NOT_A_FEED);
        assertThat(fault("/large")).isEqualTo(FeedFault.TOO_LARGE);
        assertThat(fault("/slow", new FeedReader(uri -> {}, Duration.ofMillis(300))))
                .isEqualTo(FeedFault.UNREACHABLE);
        assertThat(fault("/gone")).isEqualTo(FeedFault.REFUSED);
        assertThat(fault("/round")).isEqualTo(FeedFault.REFUSED);
        var feed = added("/gone");
        task.read(feed, reader);
        assertThat(feeds.byUrl(feed.url())).extracting(Feed::fault).isEqualTo(FeedFault.REFUSED);
    }

    @Test
    void a_feed_cannot_read_files_nor_lead_to_another_machine() {
        site.stubFor(get("/entity").willReturn(ok("""
                <?xml version="1.0"?>
                <!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/hostname">]>
                <rss version="2.0"><channel><title>&file;</title><link>x</link><description>x</description></channel></rss>
                """)));
        site.stubFor(get("/inside").willReturn(temporaryRedirect("https://127.0.0.1/admin")));
        var careful = new FeedReader(
                uri -> {
                    if (uri.getPort() != site.port()) {
                        FeedAddress.check(uri);
                    }
                },
                Duration.ofSeconds(10));

        assertThat(fault("/entity")).isEqualTo(FeedFault.NOT_A_FEED);
        assertThatThrownBy(() -> careful.read(site.baseUrl() + "/inside"))
                .isInstanceOfSatisfying(
                        FeedUnread.class, unread -> assertThat(unread.fault()).isEqualTo(FeedFault.FORBIDDEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://203.119.0.1/feed",
                "https://127.0.0.1/feed",
                "https://[::1]/feed",
                "https://10.1.2.3/feed",
                "https://192.168.0.1/feed",
                "https://169.254.169.254/latest",
                "https://localhost/feed",
                "https://someone@203.119.0.1/feed",
                "https://203.119.0.1:8443/feed",
                "file:///etc/passwd"
            })
    void only_https_of_the_open_internet_may_be_asked(String url) {
        assertThatThrownBy(() -> FeedAddress.check(URI.create(url))).isInstanceOf(FeedUnread.class);
    }

    private Feed added(String path) {
        var member = roster.memberByStaffId("trainer-1").orElseThrow();
        feeds.add(site.baseUrl() + path, Category.POLICY, member.id(), NOW);
        return Objects.requireNonNull(feeds.byUrl(site.baseUrl() + path));
    }

    private FeedFault fault(String path) {
        return fault(path, reader);
    }

    private FeedFault fault(String path, FeedReader by) {
        try {
            throw new AssertionError("was read: " + by.read(site.baseUrl() + path));
        } catch (FeedUnread unread) {
            return unread.fault();
        }
    }

    /** The newest first, as feeds have it. */
    private void serve(String path, int entries) {
        var items = IntStream.rangeClosed(1, entries)
                .map(i -> entries + 1 - i)
                .mapToObj(i -> """
                        <entry><id>urn:%d</id><title>第 %d 条</title><updated>2026-11-%02dT00:00:00Z</updated>
                        <link href="https://example.org/%d"/>
                        <content type="html">&lt;p&gt;第一段&lt;/p&gt;&lt;ul&gt;&lt;li&gt;要点&amp;lt;b&amp;gt;不是标记&amp;lt;/b&amp;gt;&lt;/li&gt;&lt;/ul&gt;&lt;script&gt;bad()&lt;/script&gt;</content></entry>
                        """.formatted(i, i, i, i))
                .collect(Collectors.joining());
        site.stubFor(get(path)
                .willReturn(
                        ok("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>试验网站</title><updated>2026-11-01T00:00:00Z</updated>
                        """ + items + "</feed>").withHeader("Content-Type", "application/atom+xml; charset=UTF-8")));
    }

    private List<String> drafts() {
        return sql.sql("select state from material where source = '试验网站'")
                .query(String.class)
                .list();
    }
}
