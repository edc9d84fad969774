package ecobot.dingtalk;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The stream in figures: {@code ecobot_stream_connected}, {@code …_last_frame_age_seconds}, reconnects, frames, answers lost. */
@Component
class StreamMetrics implements MeterBinder {

    private final StreamConnection connection;
    private final StreamFigures figures;
    private final Clock machineClock;

    StreamMetrics(StreamConnection connection, StreamFigures figures, @Qualifier("machineClock") Clock machineClock) {
        this.connection = connection;
        this.figures = figures;
        this.machineClock = machineClock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ecobot.stream.connected", connection, c -> c.status().connected() ? 1 : 0)
                .description("1 while the stream is connected")
                .register(registry);
        TimeGauge.builder("ecobot.stream.last.frame.age", this, TimeUnit.SECONDS, StreamMetrics::lastFrameAge)
                .description("Time since the last frame; NaN before the first")
                .register(registry);
        FunctionCounter.builder("ecobot.stream.reconnects", figures, StreamFigures::reconnects)
                .register(registry);
        FunctionCounter.builder("ecobot.stream.frames", figures, StreamFigures::frames)
                .register(registry);
        FunctionCounter.builder("ecobot.stream.frames.bad", figures, StreamFigures::badFrames)
                .register(registry);
        FunctionCounter.builder(
                        "ecobot.stream.acks.lost", figures, f -> f.acksLost().sum())
                .description("Answers that could not be written; the platform may push their frames again")
                .register(registry);
    }

    private double lastFrameAge() {
        Instant last = figures.lastFrameAt();
        return last == null
                ? Double.NaN
                : Duration.between(last, machineClock.instant()).toMillis() / 1000.0;
    }
}
