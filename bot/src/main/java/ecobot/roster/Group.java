package ecobot.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 工作群: a DingTalk group.
 *
 * @param conversationId the platform's openConversationId
 * @param unitIds the units bound to it, in list order; with exactly one, that one is the default of reports made there
 * @param customRobot the name of its custom robot (自定义机器人), when that is all it has: nothing is heard there then; null when the app's robot
 *     is in it
 */
public record Group(
        long id,
        String conversationId,
        String title,
        List<Long> unitIds,
        @Nullable String customRobot) {

    public Group {
        unitIds = List.copyOf(unitIds);
    }
}
