package ecobot.issue;

import ecobot.deadline.Deadline;
import ecobot.deadline.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 问题: one environmental problem at one place, for which one unit answers by a date.
 *
 * @param number what people call it by (编号)
 * @param reporterId the member who reported it
 * @param groupId the group that it was reported in; null when reported in private or by a machine
 * @param source how the bureau came to know
 * @param kinds never empty, in the order of {@link Kind}
 * @param place where it is, as far as it was said; null when it was not
 * @param description what is wrong, in the reporter's words
 * @param parentId the issue that it was split from; null when it was not
 * @param course how far it has come: all that moves change
 */
public record Issue(
        long number,
        long reporterId,
        @Nullable Long groupId,
        Source source,
        List<Kind> kinds,
        @Nullable String place,
        String description,
        Instant createdAt,
        @Nullable Long parentId,
        Course course) {

    public Issue {
        kinds = kinds.stream().distinct().sorted().toList();
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("an issue has at least one kind");
        }
    }

    public State state() {
        return course.state();
    }

    /** The unit that answers for it now; the bureau while nobody else does. */
    public long unitId() {
        return course.unitId();
    }

    public Deadline deadline() {
        return course.deadline();
    }

    /** When it was closed; null unless {@link State#CLOSED}. */
    public @Nullable Instant closedAt() {
        return course.closedAt();
    }

    public boolean isOpen() {
        return state().isOpen();
    }

    /** Whether it is open although its date has passed. */
    public boolean isOverdueAt(Instant now) {
        return isOpen() && deadline().dueAt().isBefore(now);
    }

    /** Where an issue stands. Names in chat come from {@code templates/issue/words.yml}. */
    public enum State {
        /** 待交办. */
        REPORTED(true),
        /** 待签收. */
        ASSIGNED(true),
        /** 整改中. */
        RECTIFYING(true),
        /** 待核查. */
        SUBMITTED(true),
        /** 已销号. */
        CLOSED(false),
        /** 认定不属实: not true, or nothing to be done. */
        REJECTED(false),
        /** 已撤回: taken back by its reporter before anybody acted on it. */
        WITHDRAWN(false),
        /** 已并案: goes on in another issue. */
        MERGED(false),
        /** 已拆分: goes on in an issue for each unit, and closes with the last of them. */
        SPLIT(false);

        private final boolean open;

        State(boolean open) {
            this.open = open;
        }

        /** Whether somebody still has to act on this very issue. The column {@code issue.is_open} says the same. */
        public boolean isOpen() {
            return open;
        }
    }

    /** 类型: what it harms. Several may apply. */
    public enum Kind {
        WATER,
        AIR,
        SOIL,
        WASTE,
        NOISE,
        ECOLOGY,
        RADIATION,
        OTHER
    }
}
