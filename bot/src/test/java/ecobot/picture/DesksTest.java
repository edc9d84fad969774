package ecobot.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DesksTest {

    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void two_desks_are_used_by_two_at_a_time() throws Exception {
        var desks = new Desks(2);
        // Opens for two at once: it proves that two do work, and nobody else can get in meanwhile.
        var both = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(8);
        try {
            var work = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Boolean>) () -> desks.at(() -> work(both)))
                    .toList();
            for (var done : pool.invokeAll(work, 30, TimeUnit.SECONDS)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(most).hasValue(2);
    }

    private boolean work(CyclicBarrier both) {
        most.accumulateAndGet(working.incrementAndGet(), Math::max);
        try {
            both.await(1, TimeUnit.MINUTES);
            return true;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            working.decrementAndGet();
        }
    }
}
