package ecobot.library;

import ecobot.database.AfterCommit;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.ScheduledTask;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Reads the feeds once a day, and one at once when it is added: outside of any transaction, one after the other. */
@Component
class FeedTask implements ScheduledTask, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(FeedTask.class);

    private final FeedMapper feeds;
    private final FeedDrafts drafts;
    private final Clock clock;
    private final FeedReader reader = new FeedReader();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "feeds");
        thread.setDaemon(true);
        return thread;
    });

    FeedTask(FeedMapper feeds, FeedDrafts drafts, Clock clock) {
        this.feeds = feeds;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "library-feeds";
    }

    @Override
    public void run(Occurrence occurrence) {
        feeds.all().forEach(this::readSoon);
    }

    /** After the caller's commit. */
    void readSoon(Feed feed) {
        AfterCommit.run(() -> worker.execute(() -> read(feed, reader)));
    }

    void read(Feed feed, FeedReader by) {
        try {
            drafts.take(feed.id(), by.read(feed.url()), clock.instant());
        } catch (FeedUnread unread) {
            log.info("feed {} {}: {}", feed.id(), feed.url(), unread.fault());
            drafts.failed(feed.id(), unread.fault(), clock.instant());
        } catch (RuntimeException e) {
            log.error("feed {} {} could not be taken", feed.id(), feed.url(), e);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
