package ecobot.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class TasksTest {

    @Test
    void task_is_found_by_its_name() {
        ScheduledTask task = new Named("league-table");

        assertThat(tasks(Map.of("one", task)).named("league-table")).containsSame(task);
        assertThat(tasks(Map.of("one", task)).named("another")).isEmpty();
    }

    @Test
    void two_tasks_of_one_name_stop_the_start_and_both_are_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tasks(Map.of("one", new Named("same"), "other", new Named("same"))))
                .withMessageContaining("two scheduled tasks are named same")
                .withMessageContaining(Named.class.getName());
    }

    @Test
    void tasks_of_a_source_count_like_beans() {
        ScheduledTask task = new Named("post");
        TaskSource source = () -> List.of(task);

        assertThat(tasks(Map.of("source", source)).named("post")).containsSame(task);
        assertThatIllegalStateException().isThrownBy(() -> tasks(Map.of("source", source, "bean", new Named("post"))));
    }

    private static Tasks tasks(Map<String, ? extends Object> beans) {
        StaticListableBeanFactory factory = new StaticListableBeanFactory();
        beans.forEach(factory::addBean);
        Tasks tasks =
                new Tasks(factory.getBeanProvider(ScheduledTask.class), factory.getBeanProvider(TaskSource.class));
        tasks.afterSingletonsInstantiated();
        return tasks;
    }

    private record Named(String name) implements ScheduledTask {
        @Override
        public void run(Occurrence occurrence) {
            throw new UnsupportedOperationException();
        }
    }
}
