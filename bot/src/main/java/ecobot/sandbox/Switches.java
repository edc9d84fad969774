package ecobot.sandbox;

import java.util.List;

/**
 * Behaviour of the platform that its sources disagree about or that gets in a test's way. Set by {@code POST /sandbox/api/faults} under
 * {@code switches}; a switch that is not named keeps its value.
 *
 * @param rateLimits whether rates are limited: 20 messages a minute per custom robot, 20 calls a second per app and API. Off for load tests
 * @param quotaEnforced whether a used-up month has consequences: no text in frames, refused calls. The counters count in any case
 * @param resendUnacked whether a frame that was not acknowledged is pushed again
 * @param resendSeconds after how many seconds
 * @param idempotentMsgUuid whether a custom robot's {@code msgUuid} is honoured
 * @param sessionRateLimit whether a session webhook is limited like a custom robot
 * @param sessionCounts whether answers through session webhooks count as Webhook and Stream calls
 * @param sessionMinutes how long a session webhook lives
 * @param extrasAllowed whether the app has the permissions for todos, calendars, cards and DING
 * @param atAllForbidden whether mentioning all is reserved to the group's owner
 * @param goneGroups ids of groups that were disbanded; people may still type in them, as if they had been founded anew
 */
record Switches(
        boolean rateLimits,
        boolean quotaEnforced,
        boolean resendUnacked,
        int resendSeconds,
        boolean idempotentMsgUuid,
        boolean sessionRateLimit,
        boolean sessionCounts,
        int sessionMinutes,
        boolean extrasAllowed,
        boolean atAllForbidden,
        List<String> goneGroups) {

    static final Switches USUAL = new Switches(true, false, true, 60, true, false, false, 90, true, false, List.of());
}
