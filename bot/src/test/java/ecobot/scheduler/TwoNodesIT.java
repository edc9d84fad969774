package ecobot.scheduler;

import static ecobot.scheduler.TestSchedules.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecobot.scheduler.Schedule.MissedPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.quartz.autoconfigure.QuartzProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.scheduling.quartz.SpringBeanJobFactory;
import org.springframework.transaction.PlatformTransactionManager;

/** Two nodes of the cluster on one database, the second one lent the beans of the first. */
@SchedulerContext
class TwoNodesIT {

    private static final Instant START = at("2026-03-02T08:00");

    private final TestSchedules given;
    private final ProbeTask probe;
    private final Scheduler firstNode;
    private final SchedulerFactoryBean secondNode;

    @Autowired
    TwoNodesIT(
            TestSchedules given,
            ProbeTask probe,
            Scheduler quartz,
            QuartzProperties settings,
            DataSource database,
            PlatformTransactionManager transactions,
            ApplicationContext beans) {
        this.given = given;
        this.probe = probe;
        this.firstNode = quartz;
        this.secondNode = node(settings, database, transactions, beans);
    }

    @AfterEach
    void clear() throws SchedulerException {
        secondNode.destroy();
        given.clear();
    }

    @Test
    void no_second_is_lost_or_run_twice_while_a_node_comes_and_the_other_one_goes() throws Exception {
        Schedule schedule = given.made("2026-03-02T08:00", "* * * * * ?", MissedPolicy.LATE);
        effects(schedule, 2);
        secondNode.afterPropertiesSet();
        secondNode.start();
        effects(schedule, 4);
        firstNode.standby();
        int soFar = probe.effectsOf(schedule.name()).size();
        effects(schedule, soFar + 2);

        List<Instant> effects =
                probe.effectsOf(schedule.name()).stream().map(Instant::parse).toList();
        List<Instant> planned = given.plannedTimesOf(schedule);
        assertThat(secondNode.getScheduler().getMetaData().getNumberOfJobsExecuted())
                .isPositive();
        assertThat(effects).doesNotHaveDuplicates();
        assertThat(planned)
                .containsAll(effects)
                .containsExactlyElementsOf(Stream.iterate(planned.get(0), second -> second.plusSeconds(1))
                        .limit(planned.size())
                        .toList());
    }

    private void effects(Schedule schedule, int count) {
        await().until(() -> probe.effectsOf(schedule.name()).size() >= count);
    }

    private static SchedulerFactoryBean node(
            QuartzProperties settings,
            DataSource database,
            PlatformTransactionManager transactions,
            ApplicationContext beans) {
        SpringBeanJobFactory jobs = new SpringBeanJobFactory();
        jobs.setApplicationContext(beans);
        Properties properties = new Properties();
        properties.putAll(settings.getProperties());
        // Its jobs set alarms through the first node's beans, so it is told of them only by looking.
        properties.setProperty("org.quartz.scheduler.idleWaitTime", "1000");
        SchedulerFactoryBean node = new SchedulerFactoryBean();
        node.setQuartzProperties(properties);
        node.setDataSource(database);
        node.setTransactionManager(transactions);
        node.setJobFactory(jobs);
        return node;
    }
}
