package ecobot.library;

/**
 * Text of a document.
 *
 * @param markdown its paragraphs; headings and items of lists are marked where the document says so
 * @param cut whether there was more
 */
record DocumentText(String markdown, boolean cut) {}
