package ecobot.scheduler;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The tasks by name. They are asked for late, so that a task may itself use {@link Schedules}. */
@Component
class Tasks implements SmartInitializingSingleton {

    private final ObjectProvider<ScheduledTask> beans;
    private final ObjectProvider<TaskSource> sources;
    private volatile Map<String, ScheduledTask> byName = Map.of();

    Tasks(ObjectProvider<ScheduledTask> beans, ObjectProvider<TaskSource> sources) {
        this.beans = beans;
        this.sources = sources;
    }

    /** @throws IllegalStateException when two tasks have one name: silently taking either would be wrong half the time */
    @Override
    public void afterSingletonsInstantiated() {
        byName = Stream.concat(beans.stream(), sources.stream().flatMap(source -> source.tasks().stream()))
                .collect(Collectors.toUnmodifiableMap(ScheduledTask::name, Function.identity(), Tasks::twice));
    }

    Optional<ScheduledTask> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static ScheduledTask twice(ScheduledTask one, ScheduledTask other) {
        throw new IllegalStateException("two scheduled tasks are named %s: %s and %s"
                .formatted(
                        one.name(), one.getClass().getName(), other.getClass().getName()));
    }
}
