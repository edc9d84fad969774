package ecobot.scheduler;

import ecobot.testing.EcoBotIT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The application with a task to watch; all tests of this package share it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EcoBotIT
@Import({ProbeTask.class, TestSchedules.class})
@interface SchedulerContext {}
