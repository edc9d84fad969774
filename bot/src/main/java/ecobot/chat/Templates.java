package ecobot.chat;

/**
 * The one place that turns a template and a view into words. Templates are logic-less Mustache, strict (an unknown field is an error), and
 * escape every value so that user text can never become a mention, link, heading or picture; triple braces are for what Java built.
 * A file of the same name in the override folder ({@code ecobot.templates.folder}) wins over the packaged one.
 */
public interface Templates {

    /**
     * Renders {@code templates/<name>.md}.
     *
     * @throws IllegalStateException when the template is missing or names a field that the view does not have
     */
    Message render(String name, Object view);

    /**
     * Reads {@code templates/<name>.yml}: words and settings that a bureau may edit.
     *
     * @param type a record to bind it to; unknown and missing keys are errors that name file and key
     */
    <T> T words(String name, Class<T> type);
}
