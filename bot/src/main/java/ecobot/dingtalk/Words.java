package ecobot.dingtalk;

/**
 * {@code templates/dingtalk/words.yml}.
 *
 * @param repeat stands below a message that may be a repeat
 * @param picture what the notification shows for a picture
 * @param digest heading of several notices in one message; {@code {n}} stands for how many
 */
record Words(String repeat, String picture, String digest) {}
