package ecobot.push;

import ecobot.library.Material.Category;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words and numbers of this room: {@code templates/push/words.yml}; words are folded.
 *
 * @param categories what a kind of material is called at the head of its card
 * @param posts which post's subscribers a kind of material goes to by default; a kind that is not here goes to groups that are named
 * @param confirm words for yes, the first is on the button
 * @param cancel words for no and for calling off what waits, the first is on the button
 * @param here words for "this group"
 * @param everywhere words for "all groups"
 * @param remind words for reminding those who have not read
 * @param files endings of files that the platform takes
 * @param shelf when the trainers are told that a shelf is nearly empty
 * @param reading how reading is followed
 * @param timeGap pattern of the space between a day and a time of day
 * @param defaultTime of a push for which only a day was named, {@code HH:mm}
 */
record PushWords(
        Map<Category, String> categories,
        Map<Category, String> posts,
        List<String> confirm,
        List<String> cancel,
        List<String> here,
        List<String> everywhere,
        List<String> remind,
        List<String> files,
        ShelfWatch shelf,
        Reading reading,
        String timeGap,
        String defaultTime) {

    static final String FILE = "push/words";

    PushWords {
        if (!categories.keySet().equals(Set.of(Category.values()))) {
            throw new IllegalArgumentException("categories must name each category");
        }
        LocalTime.parse(defaultTime);
        Pattern.compile(timeGap);
    }

    /**
     * How long before a run a shelf is looked at, and how few are few.
     *
     * @param low at most so many that a group has not had
     */
    record ShelfWatch(int daysBefore, int low) {}

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

    String category(Category category) {
        return categories.getOrDefault(category, "");
    }

    LocalTime usualTime() {
        return LocalTime.parse(defaultTime);
    }
}
