package ecobot.chat;

/**
 * A rendered template.
 *
 * @param title plain text that makes sense alone on a lock screen: the template's first line without its heading marks
 * @param text DingTalk Markdown, the whole of it
 */
public record Message(String title, String text) {}
