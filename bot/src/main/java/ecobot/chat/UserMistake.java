package ecobot.chat;

/**
 * What was typed cannot be done: the answer says what is wrong, what is allowed, and one example to copy. Not a defect, so there is no stack
 * trace and no alarm.
 */
public class UserMistake extends RuntimeException {

    private final transient Reply reply;

    public UserMistake(Reply reply) {
        super(reply.template(), null, false, false);
        this.reply = reply;
    }

    /** A mistake told by a template. */
    public static UserMistake of(String template, Object view) {
        return new UserMistake(Reply.of(template, view));
    }

    public Reply reply() {
        return reply;
    }
}
