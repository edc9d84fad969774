package ecobot.library;

import ecobot.chat.CommandCall;
import ecobot.chat.Confirmation;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.library.KeeperWords.Wish;
import ecobot.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Understands what a trainer or admin wants of the shelf; for everybody else these are words to look for. */
@Component
class KeeperDesk {

    private final Review review;
    private final Drafts drafts;
    private final FolderImport folder;
    private final FeedDesk feeds;
    private final Lists lists;
    private final KeeperViews views;
    private final Templates templates;

    KeeperDesk(
            Review review,
            Drafts drafts,
            FolderImport folder,
            FeedDesk feeds,
            Lists lists,
            KeeperViews views,
            Templates templates) {
        this.review = review;
        this.drafts = drafts;
        this.folder = folder;
        this.feeds = feeds;
        this.lists = lists;
        this.views = views;
        this.templates = templates;
        words();
    }

    /** What comes of the line; empty when it is none of these wishes. */
    Optional<Reply> answer(CommandCall call) {
        if (!call.member().isAny(SearchDesk.KEEPERS)) {
            return Optional.empty();
        }
        var parts = call.arguments().strip().split("\\s+", 2);
        var wish = words().wish(Folding.fold(parts[0]));
        var rest = parts.length < 2 ? "" : parts[1];
        if (wish.isEmpty()) {
            return Optional.empty();
        } else if (!call.isPrivate()) {
            throw UserMistake.of("library/keeper-in-private", Map.of("line", call.arguments()));
        }
        return Optional.of(carryOut(call, wish.get(), rest));
    }

    private Reply carryOut(CommandCall call, Wish wish, String rest) {
        return switch (wish) {
            case WAITING -> views.waiting();
            case IMPORT -> Reply.of("library/imported", views.imported(folder.run(call.at())));
            case SEND -> review.send(call, numbers(rest, wish, 1).get(0));
            case REVIEW -> review.review(call, numbers(rest, wish, 1).get(0));
            case PUBLISH -> review.publish(call, numbers(rest, wish, 1).get(0));
            case ARCHIVE -> review.archive(call, numbers(rest, wish, 1).get(0));
            case REPLACE ->
                review.replace(
                        call,
                        numbers(rest, wish, 2).get(0),
                        numbers(rest, wish, 2).get(1));
            case EDIT -> edit(call, rest);
            case LIST -> lists.template();
            case FEED -> feeds.answer(call, rest);
        };
    }

    Reply resume(CommandCall call, Question question) {
        if (question.field().equals(Confirmation.FIELD)) {
            return lists.answer(call, question);
        }
        return question.field().equals(Review.PUBLISH) ? review.answer(call, question) : drafts.answer(call, question);
    }

    Reply undo(CommandCall call, String token) {
        return review.undo(call, token);
    }

    private Reply edit(CommandCall call, String rest) {
        var number = Pattern.compile(words().numberWords()).matcher(Folding.fold(rest));
        if (!number.lookingAt()) {
            throw UserMistake.of("library/keeper-number", views.example(Wish.EDIT));
        }
        return drafts.edit(
                call,
                Long.parseLong(number.group("n")),
                rest.substring(number.end()).strip());
    }

    /** The first numbers of a line. */
    private List<Long> numbers(String rest, Wish wish, int wanted) {
        var numbers = new ArrayList<Long>();
        var digits = Pattern.compile("\\d{1,9}").matcher(Folding.fold(rest));
        while (digits.find()) {
            numbers.add(Long.valueOf(digits.group()));
        }
        if (numbers.size() < wanted) {
            throw UserMistake.of("library/keeper-number", views.example(wish));
        }
        return numbers;
    }

    private KeeperWords words() {
        return templates.words(KeeperWords.FILE, KeeperWords.class);
    }
}
