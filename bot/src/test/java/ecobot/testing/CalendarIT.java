package ecobot.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** {@link EcoBotIT} in a context that all tests share which change the calendar or the clock; each puts them back. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EcoBotIT
@Import({MadeUpNotice.class, TimeTravel.class})
@TestPropertySource(properties = "spring.application.name=calendar")
public @interface CalendarIT {}
