package ecobot.outbox;

/**
 * Published when the platform tells that somebody has read a message of the app's robot, for whatever message; the same may be told twice.
 *
 * @param platformId the platform's key of the message
 * @param staffId who
 */
public record MessageRead(String platformId, String staffId) {}
