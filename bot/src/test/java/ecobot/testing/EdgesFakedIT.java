package ecobot.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * {@link EcoBotIT} with its edges replaced: a handler that only writes down, a messenger and a source of files that do as they are told. Leases
 * and pauses are short, and nothing is held for the sake of peace.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EcoBotIT
@Import(FakeEdges.class)
@TestPropertySource(
        properties = {
            // How soon a burst is stored is a matter for benchmarks; a busy machine must not fail a test of what is
            // stored.
            "ecobot.inbox.patience=60s",
            "ecobot.outbox.lease=5s",
            "ecobot.outbox.poll=300ms",
            "ecobot.outbox.first-pause=20ms",
            "ecobot.burden.quiet-from=08:00", // the same as quiet-to: these tests run at any hour
            "ecobot.burden.posts-per-group-and-day=1000000",
            "ecobot.media.first-pause=20ms",
            "ecobot.media.longest-pause=50ms",
            "ecobot.media.poll=300ms"
        })
public @interface EdgesFakedIT {}
