package ecobot.scheduler;

import ecobot.EcoBot;
import ecobot.calendar.SettableClock;
import java.time.Duration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node of the cluster in a JVM of its own, with a task whose effects can be counted and a clock that goes wrong. */
final class ChaosNode {

    private ChaosNode() {}

    public static void main(String[] arguments) {
        new SpringApplication(EcoBot.class, Additions.class).run(arguments);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Additions {

        @Bean
        ScheduledTask chaosTask(JdbcClient sql, @Value("${chaos.millis}") long millis) {
            return new ChaosTask(sql, millis);
        }

        @Bean
        SmartInitializingSingleton wrongClock(SettableClock clock, @Value("${chaos.skew}") Duration skew) {
            return () -> clock.set(clock.instant().plus(skew));
        }
    }

    /** Takes a while with its row written, so that whoever is killed or stopped is so in the middle of runs. */
    private record ChaosTask(JdbcClient sql, long millis) implements ScheduledTask {

        @Override
        public String name() {
            return "chaos";
        }

        @Override
        public void run(Occurrence occurrence) {
            sql.sql("insert into chaos_effect (schedule, planned_at) values (?, ?)")
                    .params(occurrence.schedule().name(), occurrence.plannedAt().toString())
                    .update();
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
