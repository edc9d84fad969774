package ecobot.dingtalk;

import ecobot.inbox.IncomingMessage;
import org.springframework.stereotype.Component;

/** What the messages since the start tell about the set-up of the app on the platform. */
@Component
class Heard {

    private volatile boolean anything;
    private volatile boolean inGroup;
    private volatile boolean fromMember;

    void note(IncomingMessage message) {
        anything = true;
        inGroup |= message.group();
        fromMember |= message.senderStaffId() != null;
    }

    boolean anything() {
        return anything;
    }

    /** The robot is in at least one group. */
    boolean inGroup() {
        return inGroup;
    }

    /** The platform names staff ids, which it does for members once the app is published. */
    boolean fromMember() {
        return fromMember;
    }
}
