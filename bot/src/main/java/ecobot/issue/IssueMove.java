package ecobot.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One move that was made: a line of an issue's history.
 *
 * @param issueId the issue's number
 * @param fromState null for the first one
 * @param memberId who made it; null for the system itself
 * @param reason why, in the person's words; null when nothing was said
 * @param inboxId the message that asked for it; null when none did
 */
public record IssueMove(
        long issueId,
        Move move,
        Issue.@Nullable State fromState,
        Issue.State toState,
        @Nullable Long memberId,
        Instant movedAt,
        @Nullable String reason,
        @Nullable Long inboxId) {}
