package ecobot.outbox;

/**
 * Application event, published once, in the transaction that notes the end: every message of a recall is taken back or never will be.
 *
 * @param request its number
 * @param staffId who asked for it
 * @param recalled how many messages the platform took back
 * @param stopped how many had not left
 * @param failed how many stay where they are
 */
public record RecallEnded(long request, String staffId, int recalled, int stopped, int failed) {}
