package ecobot.roster;

import java.util.List;

/**
 * 工作群: a DingTalk group.
 *
 * @param conversationId the platform's openConversationId
 * @param unitIds the units bound to it, in list order; with exactly one, that one is the default of reports made there
 */
public record Group(long id, String conversationId, String title, List<Long> unitIds) {

    public Group {
        unitIds = List.copyOf(unitIds);
    }
}
