package ecobot.issue;

import ecobot.deadline.Deadline;
import ecobot.deadline.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is reported.
 *
 * @param groupId where; null when in private or by a machine
 * @param place null when it was not said
 * @param parentId the issue that it is split from; null when it is not
 * @param photos ids of fetches in {@code ecobot.media}, in order: how it looked before
 * @param inboxId the message that reported it; null when none did
 */
public record NewIssue(
        long unitId,
        long reporterId,
        @Nullable Long groupId,
        Source source,
        List<Issue.Kind> kinds,
        @Nullable String place,
        String description,
        Deadline deadline,
        List<Long> photos,
        Instant reportedAt,
        @Nullable Long parentId,
        @Nullable Long inboxId) {

    public NewIssue {
        kinds = kinds.stream().distinct().sorted().toList();
        photos = List.copyOf(photos);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("an issue has at least one kind");
        }
    }
}
