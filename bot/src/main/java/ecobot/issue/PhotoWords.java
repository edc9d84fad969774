package ecobot.issue;

import ecobot.calendar.Zone;
import ecobot.chat.Templates;
import ecobot.issue.IssuePhoto.Moment;
import ecobot.media.Media.Fetch.Reason;
import ecobot.picture.Position;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is said about photos: {@code templates/issue/photo-words.yml}. */
record PhotoWords(
        String place,
        Map<Moment, String> moments,
        String caption,
        String day,
        String dayOfAnotherYear,
        String heading,
        String headingWithPlace,
        Map<Reason, Failure> failures) {

    PhotoWords {
        named("moments", moments, Moment.values());
        named("failures", failures, Reason.values());
    }

    /** Why a photo failed, and what its sender can do. */
    record Failure(String why, String remedy) {}

    /** A position as a place that people can read: four decimals are eleven metres. */
    String of(Position position) {
        return place.replace("{latitude}", degrees(position.latitude()))
                .replace("{ns}", position.latitude() < 0 ? "S" : "N")
                .replace("{longitude}", degrees(position.longitude()))
                .replace("{ew}", position.longitude() < 0 ? "W" : "E");
    }

    String of(Moment moment) {
        return moments.getOrDefault(moment, "");
    }

    Failure of(Reason reason) {
        return Objects.requireNonNull(failures.get(reason));
    }

    /** Above one photo of a pair. */
    String caption(Moment moment, Instant at, Instant now) {
        var date = at.atZone(Zone.SHANGHAI);
        boolean thisYear = date.getYear() == now.atZone(Zone.SHANGHAI).getYear();
        var pattern = DateTimeFormatter.ofPattern(thisYear ? day : dayOfAnotherYear, Locale.CHINA);
        return caption.replace("{moment}", of(moment)).replace("{day}", pattern.format(date));
    }

    /** Above a pair of photos. */
    String heading(long number, String unit, @Nullable String where) {
        return (where == null ? heading : headingWithPlace.replace("{place}", where))
                .replace("{number}", Long.toString(number))
                .replace("{unit}", unit);
    }

    private static String degrees(double degrees) {
        return String.format(Locale.ROOT, "%.4f", Math.abs(degrees));
    }

    private static <K> void named(String what, Map<K, ?> names, K[] all) {
        var nameless = Arrays.stream(all).filter(key -> !names.containsKey(key)).toList();
        if (!nameless.isEmpty()) {
            throw new IllegalArgumentException("issue/photo-words: " + what + " lacks " + nameless);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FromTemplates {
        @Bean
        PhotoWords photoWords(Templates templates) {
            return templates.words("issue/photo-words", PhotoWords.class);
        }
    }
}
