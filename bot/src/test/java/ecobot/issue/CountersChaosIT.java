package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.deadline.Deadlines;
import ecobot.media.Media;
import ecobot.roster.Roster;
import ecobot.testing.EcoBotIT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** A million random events by two at once, through the code that people's lines go through, a third of them undone. */
@Tag("chaos")
@EcoBotIT
@TestPropertySource(
        properties = {
            "spring.application.name=counters-chaos",
            // Counting anew groups all issues there are: in memory, as somebody with so many would have it done.
            "spring.datasource.hikari.connection-init-sql=set tmp_table_size = 2147483648, max_heap_table_size = 2147483648"
        })
@DirtiesContext
class CountersChaosIT {

    private static final Logger log = LoggerFactory.getLogger(CountersChaosIT.class);

    private static final int EVENTS = Integer.getInteger("ecobot.chaos.events", 1_000_000);
    private static final int LOOKS = 10;
    private static final Instant START = Instant.parse("2025-10-13T02:00:00Z");

    private final Recount recount;
    private final RandomEvents events;

    @Autowired
    CountersChaosIT(
            Recount recount,
            Issues issues,
            Deadlines deadlines,
            Roster roster,
            Media media,
            JdbcClient sql,
            PlatformTransactionManager transactions) {
        this.recount = recount;
        this.events = new RandomEvents(
                issues,
                deadlines,
                roster,
                media.want("demo", new HeldPhotos(sql, media).code(START)),
                media.want("demo", new HeldPhotos(sql, media).code(START)),
                transactions,
                START,
                Duration.ofMinutes(5));
    }

    @Test
    void counters_never_differ_from_the_issues() throws Exception {
        var people = Executors.newFixedThreadPool(2);
        try {
            for (int look = 1; look <= LOOKS; look++) {
                int until = (int) ((long) EVENTS * look / LOOKS);
                var work = List.of(happening(until, 2 * look), happening(until, 2 * look + 1));
                for (var done : people.invokeAll(work)) {
                    done.get();
                }
                // Also carries forward what fell due long ago.
                assertThat(recount.checkAndMend()).isEmpty();
                log.info(
                        "{} events took effect, {} were refused, {} undone, {} transactions collided; 0 differences",
                        events.made,
                        events.refused,
                        events.undone,
                        events.collided);
            }
        } finally {
            people.shutdown();
        }
    }

    private Callable<Boolean> happening(int until, int seed) {
        return () -> {
            var random = new Random(seed);
            while (events.tried() < until) {
                events.happen(random);
            }
            return true;
        };
    }
}
