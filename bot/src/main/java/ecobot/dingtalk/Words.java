package ecobot.dingtalk;

/**
 * {@code templates/dingtalk/words.yml}.
 *
 * @param repeat stands below a message that may be a repeat
 * @param picture what the notification shows for a picture
 */
record Words(String repeat, String picture) {}
