package ecobot.push;

import ecobot.library.Material.Category;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words and numbers of this room: {@code templates/push/words.yml}; words are folded.
 *
 * @param categories what a kind of material is called at the head of its card
 * @param posts which post's subscribers a kind of material goes to by default; a kind that is not here goes to groups that are named
 * @param cancel words for calling off what waits
 * @param here words for "this group"
 * @param everywhere words for "all groups"
 * @param remind words for reminding those who have not read
 * @param files endings of files that the platform takes
 * @param shelf when the trainers are told that a shelf is nearly empty
 * @param reading how reading is followed
 * @param days how a draft for a day worth a post is made
 * @param timeGap pattern of the space between a day and a time of day, with {@code {part}} for a part of the day
 * @param defaultTime of a push for which only a day was named, {@code HH:mm}
 */
record PushWords(
        Map<Category, String> categories,
        Map<Category, String> posts,
        List<String> cancel,
        List<String> here,
        List<String> everywhere,
        List<String> remind,
        List<String> files,
        ShelfWatch shelf,
        Reading reading,
        Days days,
        String timeGap,
        String defaultTime) {

    static final String FILE = "push/words";

    PushWords {
        if (!categories.keySet().equals(Set.of(Category.values()))) {
            throw new IllegalArgumentException("categories must name each category");
        }
        LocalTime.parse(defaultTime);
    }

    /**
     * How long before a run a shelf is looked at, and how few are few.
     *
     * @param low at most so many that a group has not had
     */
    record ShelfWatch(int workingDaysBefore, int low) {
        ShelfWatch {
            if (workingDaysBefore < 1) {
                throw new IllegalArgumentException("shelf.workingDaysBefore must be at least 1");
            }
        }
    }

    /**
     * How reading is followed.
     *
     * @param withinWorkingDays how long people have; after that it counts for their unit
     * @param notBeyondPercent of the month's Open API calls: from then on the platform is not asked
     */
    record Reading(int withinWorkingDays, int notBeyondPercent) {
        Reading {
            if (withinWorkingDays < 1) {
                throw new IllegalArgumentException("reading.withinWorkingDays must be at least 1");
            }
        }
    }

    /**
     * The draft for a day worth a post; {@code {name}}, {@code {about}}, {@code {date}} and {@code {since}} are filled in.
     *
     * @param ahead how many days before it is proposed
     * @param date how the date is written
     */
    record Days(int ahead, String date, String title, String summary, String body) {
        String filled(String text, WorthyDays.Day day, LocalDate on) {
            return text.replace("{name}", day.name())
                    .replace("{about}", day.about())
                    .replace("{since}", Integer.toString(day.since()))
                    .replace("{date}", DateTimeFormatter.ofPattern(date).format(on));
        }
    }

    String category(Category category) {
        return categories.getOrDefault(category, "");
    }

    LocalTime usualTime() {
        return LocalTime.parse(defaultTime);
    }
}
