package ecobot.database;

import org.springframework.context.SmartLifecycle;

/** A bean whose work is done in rounds, from the application's start to its end. */
public interface InRounds extends SmartLifecycle {

    Rounds rounds();

    @Override
    default void start() {
        rounds().start();
    }

    @Override
    default void stop() {
        rounds().stop();
    }

    @Override
    default boolean isRunning() {
        return rounds().isRunning();
    }
}
