package ecobot.library;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.Material.State;
import ecobot.library.ShelfMapper.Standing;
import ecobot.roster.Member;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way of a draft to its readers: whoever wrote any of its words does not review them. */
@Component
class Review {

    static final String PUBLISH = "PUBLISH";

    private static final Set<State> OPEN = Set.of(State.DRAFT, State.REVIEWED);

    private final Shelf shelf;
    private final ShelfMapper rows;
    private final Materials materials;
    private final Reviewers reviewers;
    private final Audit audit;
    private final Templates templates;

    Review(Shelf shelf, ShelfMapper rows, Materials materials, Reviewers reviewers, Audit audit, Templates templates) {
        this.shelf = shelf;
        this.rows = rows;
        this.materials = materials;
        this.reviewers = reviewers;
        this.audit = audit;
        this.templates = templates;
    }

    /** Asks the others to review it. */
    Reply send(CommandCall call, long number) {
        requireState(standing(number), Set.of(State.DRAFT));
        var writers = rows.writers(number);
        var others = reviewers.besides(call.member().id()).stream()
                .filter(other -> !writers.contains(other.id()))
                .toList();
        var names = others.stream().map(Member::name).collect(Collectors.joining(words().separator()));
        var view = new Sent(number, title(number), call.member().name(), names);
        var reply = Reply.of("library/sent", view);
        for (var other : others) {
            reply = reply.telling(new MemberNote(other, "library/please-review", view));
        }
        return reply;
    }

    /** Marks it as reviewed, and offers to publish it. */
    Reply review(CommandCall call, long number) {
        var standing = standing(number);
        requireState(standing, OPEN);
        requireSameBase(standing);
        requireOther(call.member(), standing);
        reviewed(call, standing);
        var choices = List.of(choice(words().go()), choice(words().leave()));
        return Reply.of("library/reviewed", new Done(number, title(number)))
                .asking(new Question(PUBLISH, Long.toString(number), choices));
    }

    Reply answer(CommandCall call, Question question) {
        if (words().leave().contains(call.folded())) {
            return Reply.of("library/not-published", Map.of("number", question.draft()));
        } else if (!words().go().contains(call.folded())) {
            throw UserMistake.of(
                    "library/publish-yes-or-no", Map.of("typed", call.arguments(), "number", question.draft()));
        }
        return publishReviewed(call, Long.parseLong(question.draft()));
    }

    /** Publishes only the words that whoever answers has reviewed: they may have been changed while the question was open. */
    private Reply publishReviewed(CommandCall call, long number) {
        var standing = standing(number);
        requireState(standing, OPEN);
        boolean mine = Objects.equals(standing.reviewedBy(), call.member().id());
        return mine && standing.state() == State.REVIEWED
                ? publish(call, number)
                : Reply.of("library/changed-meanwhile", new Done(number, title(number)));
    }

    /** Publishes what was reviewed; a draft of somebody else is reviewed by that. */
    Reply publish(CommandCall call, long number) {
        var standing = standing(number);
        requireState(standing, OPEN);
        requireSameBase(standing);
        if (standing.state() == State.DRAFT) {
            requireOther(call.member(), standing);
            reviewed(call, standing);
        }
        var published = shelf.publish(standing, call.at());
        record(call, "material-publish", number);
        var done = materials.find(published.number()).orElseThrow();
        long older = orZero(published.older());
        var reply = Reply.of(
                "library/published",
                new Published(
                        published.number(),
                        done.title(),
                        published.revised() ? number : 0,
                        older,
                        published.replaced() ? 0 : supersededBy(older),
                        orZero(done.supersededBy())));
        return published.revised() ? reply : reply.undoable("publish:" + number);
    }

    Reply archive(CommandCall call, long number) {
        var standing = standing(number);
        requireState(standing, Set.of(State.DRAFT, State.REVIEWED, State.PUBLISHED, State.SUPERSEDED));
        shelf.state(number, State.ARCHIVED, call.at());
        record(call, "material-archive", number);
        return Reply.of("library/archived", new Done(number, title(number)))
                .undoable("archive:" + number + ":" + standing.state());
    }

    /** Says that one material takes the place of another: at once when it is published, else with its publishing. */
    Reply replace(CommandCall call, long newer, long older) {
        var standing = standing(newer);
        requireState(standing, Set.of(State.DRAFT, State.REVIEWED, State.PUBLISHED));
        var replaced = materials.find(older).orElseThrow(() -> unknown(older));
        if (newer == older || replacedBy(newer, older)) {
            throw UserMistake.of("library/replace-circle", Map.of("newer", newer, "older", older));
        }
        var before = replaced.supersededBy();
        if (before != null) {
            throw UserMistake.of(
                    "library/replaced-before",
                    Map.of("newer", newer, "older", older, "by", before, "other", before != newer));
        }
        boolean now = shelf.replace(standing, older, call.at());
        record(call, "material-replace", newer);
        return Reply.of(
                        "library/replaced",
                        Map.of(
                                "newer", newer,
                                "older", older,
                                "title", title(newer),
                                "olderTitle", replaced.title(),
                                "now", now))
                .undoable("replace:" + newer + ":" + older + ":" + orZero(standing.supersedes()));
    }

    /** @param token of the answer */
    Reply undo(CommandCall call, String token) {
        var parts = token.split(":");
        long number = Long.parseLong(parts[1]);
        var standing = standing(number);
        switch (parts[0]) {
            case "publish" -> {
                requireState(standing, Set.of(State.PUBLISHED, State.SUPERSEDED));
                shelf.unpublish(standing, call.at());
            }
            case "archive" -> {
                requireState(standing, Set.of(State.ARCHIVED));
                shelf.unarchive(number, State.valueOf(parts[2]), call.at());
            }
            default -> {
                long announced = Long.parseLong(parts[3]);
                shelf.keep(number, Long.parseLong(parts[2]), announced == 0 ? null : announced, call.at());
            }
        }
        record(call, "material-undo", number);
        return Reply.of("library/undone", new Done(number, title(number)));
    }

    /** Whether {@code newer} was itself replaced by {@code older}, perhaps over others. */
    private boolean replacedBy(long newer, long older) {
        var next = materials.find(newer).map(Material::supersededBy);
        for (int i = 0; next.isPresent() && i < 20; i++) {
            if (next.get() == older) {
                return true;
            }
            next = materials.find(next.get()).map(Material::supersededBy);
        }
        return false;
    }

    private void reviewed(CommandCall call, Standing standing) {
        rows.reviewer(standing.id(), call.member().id());
        rows.state(standing.id(), State.REVIEWED);
        record(call, "material-review", standing.id());
    }

    private Standing standing(long number) {
        var standing = rows.lock(number);
        if (standing == null) {
            throw unknown(number);
        }
        return standing;
    }

    private void requireState(Standing standing, Set<State> allowed) {
        if (!allowed.contains(standing.state())) {
            var words = templates.words(LibraryWords.FILE, LibraryWords.class);
            throw UserMistake.of(
                    "library/wrong-state", Map.of("number", standing.id(), "state", words.name(standing.state())));
        }
    }

    private void requireOther(Member member, Standing standing) {
        if (rows.writers(standing.id()).contains(member.id())) {
            throw UserMistake.of("library/own-words", Map.of("number", standing.id()));
        }
    }

    /** A correction of words that an update has changed since would put the old ones back. */
    private void requireSameBase(Standing standing) {
        var base = standing.revises();
        if (base != null && rows.isBaseChanged(standing.id())) {
            throw UserMistake.of("library/base-changed", Map.of("number", standing.id(), "base", base));
        }
    }

    private static UserMistake unknown(long number) {
        return UserMistake.of("library/unknown-number", Map.of("number", number));
    }

    private void record(CommandCall call, String action, long number) {
        audit.record(call.member().staffId(), action, "material:" + number, Outcome.ALLOWED, null);
    }

    private String title(long number) {
        return materials.find(number).map(Material::title).orElse("");
    }

    private KeeperWords words() {
        return templates.words(KeeperWords.FILE, KeeperWords.class);
    }

    private long supersededBy(long number) {
        return orZero(materials.find(number).map(Material::supersededBy).orElse(null));
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private static Choice choice(List<String> said) {
        return new Choice(said.get(0), said.get(0));
    }

    record Done(long number, String title) {}

    /** @param names of those who are asked; empty for nobody */
    record Sent(long number, String title, String from, String names) {}

    /**
     * What was published.
     *
     * @param draft number of the draft whose words it got, 0 when it was that itself
     * @param older number of what it was to replace, 0 for nothing
     * @param olderBy number of what had replaced that before, 0 when this one does
     * @param supersededBy number of what has replaced it already, 0 for nothing
     */
    record Published(long number, String title, long draft, long older, long olderBy, long supersededBy) {}
}
