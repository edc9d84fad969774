package ecobot.chat;

import java.util.List;
import java.util.Optional;

/** Every post that there is, as people call it. A new post is in here by being a bean and having its words. */
public interface Posts {

    /** All of them, by title. */
    List<Kind> all();

    /** The post of that English name, which is also the task of its schedules. */
    Optional<Kind> named(String name);

    /** The post that a line begins with: its title, another word for it, or its English name; the longest one wins. */
    Optional<Start> startOf(String line);

    /**
     * A post.
     *
     * @param name English, for rows and keys
     * @param title what people call it
     * @param about what it brings, in a few words
     * @param forGroups whether groups can subscribe to it
     * @param planned whether people may plan it and send it by hand
     * @param byUnit whether a subscription can be narrowed to units
     */
    record Kind(String name, String title, String about, boolean forGroups, boolean planned, boolean byUnit) {}

    /**
     * A recognised beginning.
     *
     * @param rest what follows, as typed, stripped
     */
    record Start(Kind kind, String rest) {}
}
