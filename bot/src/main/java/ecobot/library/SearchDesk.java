package ecobot.library;

import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.Material.Category;
import ecobot.library.Material.State;
import ecobot.roster.Role;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the commands that look for materials. */
@Component
class SearchDesk {

    /** Who may see what is not published, and work on it. */
    static final Set<Role> KEEPERS = Set.of(Role.TRAINER, Role.ADMIN);

    /** A sentence that somebody pastes, in characters; what is longer is no search, and would fill the answer's title. */
    static final int LONGEST_SEARCH = 60;

    private final Finder finder;
    private final Materials materials;
    private final MaterialMapper rows;
    private final LibraryViews views;
    private final Templates templates;

    SearchDesk(Finder finder, Materials materials, MaterialMapper rows, LibraryViews views, Templates templates) {
        this.finder = finder;
        this.materials = materials;
        this.rows = rows;
        this.views = views;
        this.templates = templates;
    }

    /**
     * Nothing typed: the newest; a number alone: that material; else a search.
     *
     * @param category null for all
     */
    Reply answer(CommandCall call, @Nullable Category category) {
        if (call.folded().isBlank()) {
            return newest(call, category);
        }
        var number = number(call.folded());
        if (number.isPresent()) {
            var material = materials.find(number.getAsLong());
            if (material.isPresent() || category == null) {
                return show(call, number.getAsLong());
            }
        }
        return search(call, category);
    }

    /** The whole of a material; what is not published, to those only who work on it, and not before a group. */
    Reply show(CommandCall call, long number) {
        boolean keeper = call.member().isAny(KEEPERS);
        var material = materials
                .find(number)
                .filter(found -> keeper || isReadable(found))
                .orElseThrow(() -> UserMistake.of("library/unknown-number", Map.of("number", number)));
        if (!call.isPrivate() && !isReadable(material)) {
            throw UserMistake.of("library/keeper-in-private", Map.of("line", Long.toString(number)));
        }
        var view = views.whole(material, !call.isPrivate(), LibraryViews.day(call.at()));
        var reply = Reply.of("library/material", view);
        if (call.isPrivate()) {
            for (var file : materials.attachments(number)) {
                reply = reply.with(new Reply.FileAttachment(file.hash(), file.fileName()));
            }
        }
        return reply;
    }

    /** The number, when nothing but one was typed. */
    OptionalLong number(String folded) {
        var typed = Pattern.compile(words().number()).matcher(folded.strip());
        return typed.matches() ? OptionalLong.of(Long.parseLong(typed.group("n"))) : OptionalLong.empty();
    }

    private Reply newest(CommandCall call, @Nullable Category category) {
        var newest = category == null ? rows.newest(LibraryViews.SHOWN) : rows.newestOf(category, LibraryViews.SHOWN);
        int total = category == null ? rows.countPublished() : rows.countPublishedOf(category);
        var shown = newest.stream().map(StoredMaterials::material).toList();
        return Reply.of("library/newest", views.newest(shown, total, category, LibraryViews.day(call.at())));
    }

    private Reply search(CommandCall call, @Nullable Category category) {
        if (call.arguments().length() > LONGEST_SEARCH) {
            throw UserMistake.of(
                    "library/search-too-long", Map.of("longest", LONGEST_SEARCH, "command", views.command(category)));
        }
        var found = finder.find(call.arguments(), category);
        if (!found.hits().isEmpty()) {
            return Reply.of(
                    "library/found", views.results(call.arguments(), found, category, LibraryViews.day(call.at())));
        }
        var elsewhere = category == null
                ? 0
                : finder.find(call.arguments(), null).hits().size();
        return Reply.of(
                "library/nothing-found",
                Map.of(
                        "typed",
                        call.arguments(),
                        "command",
                        views.command(category),
                        "category",
                        category == null ? "" : words().name(category),
                        "elsewhere",
                        elsewhere,
                        "all",
                        words().allCommand()));
    }

    private static boolean isReadable(Material material) {
        return material.state() == State.PUBLISHED || material.state() == State.SUPERSEDED;
    }

    private LibraryWords words() {
        return templates.words(LibraryWords.FILE, LibraryWords.class);
    }
}
