package ecobot.outbox;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of what nobody asked for people have to bear. Times are those of Shanghai.
 *
 * @param quietFrom from when on no planned post leaves
 * @param quietTo until when; the same as {@code quietFrom} for no quiet hours
 * @param postsPerGroupAndDay how many planned posts a group gets on one day; a picture and its text are one
 */
@ConfigurationProperties("ecobot.burden")
record BurdenSettings(
        @DefaultValue("20:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietTo,
        @DefaultValue("3") int postsPerGroupAndDay) {

    BurdenSettings {
        if (postsPerGroupAndDay < 1) {
            throw new IllegalArgumentException("ecobot.burden.posts-per-group-and-day must be 1 or more");
        }
    }

    boolean isQuiet(LocalTime time) {
        boolean evening = !time.isBefore(quietFrom);
        boolean morning = time.isBefore(quietTo);
        return quietFrom.isAfter(quietTo) ? evening || morning : evening && morning;
    }
}
