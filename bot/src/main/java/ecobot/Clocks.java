package ecobot;

import ecobot.calendar.SettableClock;
import ecobot.calendar.Zone;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The two clocks. {@code clock} is the calendar: what time it is for the people, settable in try-it mode. {@code machineClock} measures elapsed
 * time (leases, timeouts, back-off) and never jumps.
 */
@Configuration(proxyBeanMethods = false)
class Clocks {

    @Bean("clock")
    @Primary
    @TryIt
    SettableClock settableClock() {
        return new SettableClock(Clock.systemUTC());
    }

    @Bean
    @Primary
    @Conditional(TryIt.WithCredentials.class)
    Clock clock() {
        return Clock.system(Zone.SHANGHAI);
    }

    @Bean
    Clock machineClock() {
        return Clock.systemUTC();
    }
}
