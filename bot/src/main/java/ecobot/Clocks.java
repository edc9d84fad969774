package ecobot;

import ecobot.calendar.SettableClock;
import ecobot.calendar.Zone;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The two clocks. {@code clock} is the calendar: what time it is for the people, settable in try-it mode. {@code machineClock} measures elapsed
 * time (leases, timeouts, back-off) and never jumps.
 */
@Configuration(proxyBeanMethods = false)
class Clocks {

    @Configuration(proxyBeanMethods = false)
    @TryIt
    static class Settable {
        @Bean
        @Primary
        SettableClock clock() {
            return new SettableClock(Clock.systemUTC());
        }
    }

    @Bean
    @Primary
    @ConditionalOnMissingBean(SettableClock.class)
    Clock clock() {
        return Clock.system(Zone.SHANGHAI);
    }

    @Bean
    Clock machineClock() {
        return Clock.systemUTC();
    }
}
