package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.issue.Issues.Moved;
import ecobot.issue.MoveCommand.Ask;
import ecobot.issue.MoveReplies.Undone;
import ecobot.media.Media;
import ecobot.roster.Role;
import ecobot.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where commands hand in their moves: makes them one by one, answers, asks for a number that is missing, takes moves back. */
@Component
class MoveDesk {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int OFFERED = 8;
    private static final int LOOKED_AT = 40;
    private static final String NUMBER = "number";

    /** What stands for a move that cannot be taken back, so that an earlier one is not taken back by mistake. */
    private static final String FOR_GOOD = "-";

    private final Issues issues;
    private final MoveTable moveTable;
    private final MoveReplies replies;
    private final MoveExamples examples;
    private final IssueViews views;
    private final Templates templates;
    private final Media media;
    private final NumberWords numbers;

    MoveDesk(
            Issues issues,
            MoveTable moveTable,
            MoveReplies replies,
            MoveExamples examples,
            IssueViews views,
            Templates templates,
            Media media) {
        this.issues = issues;
        this.moveTable = moveTable;
        this.replies = replies;
        this.examples = examples;
        this.views = views;
        this.templates = templates;
        this.media = media;
        this.numbers = templates.words("issue/verdicts", VerifyWords.class).numbers();
    }

    /** What was typed without words around the numbers. */
    MoveArguments arguments(CommandCall call, String typed) {
        return MoveArguments.of(call, numbers.without(typed));
    }

    Set<Role> rolesOf(Move... moves) {
        return moveTable.rolesOf(moves);
    }

    /** The photos' codes do not live long, so they are asked for whatever comes of the command. */
    List<Long> wanted(CommandCall call) {
        return call.photos().stream()
                .map(code -> media.want(call.message().robotCode(), code))
                .toList();
    }

    Reply perform(CommandCall call, List<Long> photos, Ask ask) {
        return switch (ask.numbers().size()) {
            case 0 -> choose(call, photos, ask.move());
            case 1 -> one(call, ask);
            default -> many(call, ask);
        };
    }

    private Reply one(CommandCall call, Ask ask) {
        long number = ask.numbers().get(0);
        var step = ask.step().apply(number);
        var moved = issues.move(number, step);
        return replies.of(moved, step, call).undoable(token(moved, step.move()));
    }

    /** Each issue by itself: what can be done is done, and what cannot is said. */
    private Reply many(CommandCall call, Ask ask) {
        var lines = new ArrayList<Result>();
        var tokens = new ArrayList<String>();
        var replied = new ArrayList<Reply>();
        for (long number : ask.numbers()) {
            var step = ask.step().apply(number);
            try {
                var moved = issues.move(number, step);
                var reply = replies.of(moved, step, call);
                replied.add(reply);
                tokens.add(token(moved, step.move()));
                lines.add(new Result(true, title(reply)));
            } catch (UserMistake mistake) {
                lines.add(new Result(false, title(mistake.reply())));
            }
        }
        var reply = Reply.of("issue/moved-many", Results.of(lines));
        for (var one : replied) {
            reply = reply.hearing(one);
        }
        return tokens.isEmpty()
                ? reply
                : reply.undoable(tokens.contains(FOR_GOOD) ? FOR_GOOD : String.join(",", tokens));
    }

    private String title(Reply reply) {
        return templates.render(reply.template(), reply.view()).title();
    }

    /** Asks which one, of those that the person may move now. */
    private Reply choose(CommandCall call, List<Long> photos, Move move) {
        var unit = call.member().unit();
        boolean ownOnly = unit != null && unit.ranked();
        var found = issues.movable(move, ownOnly && unit != null ? unit.id() : null, LOOKED_AT).stream()
                .filter(issue -> Scope.of(call).covers(issue.unitId()))
                .toList();
        if (found.isEmpty()) {
            throw UserMistake.of("issue/none-to-move", new NoneToMove(replies.name(move), examples.of(move)));
        }
        var choices = found.stream()
                .limit(OFFERED)
                .map(issue -> new Choice(views.label(issue), Long.toString(issue.number())))
                .toList();
        var draft = JSON.writeValueAsString(new Draft(call.arguments(), photos));
        return Reply.of("issue/which-one", new WhichOne(replies.name(move), found.size() > choices.size()))
                .asking(new Question(NUMBER, draft, choices));
    }

    /** The call as if the number had been typed at once. */
    CommandCall answered(CommandCall call, Question question) {
        var draft = JSON.readValue(question.draft(), Draft.class);
        var numbers = Numbers.in(call.folded());
        if (numbers.isEmpty()) {
            throw UserMistake.of("issue/which-number", new Typed(call.arguments()));
        }
        var arguments = numbers.get(0) + " " + draft.arguments();
        return new CommandCall(
                call.member(),
                call.group(),
                arguments,
                Folding.fold(arguments),
                call.at(),
                call.inboxId(),
                call.message());
    }

    List<Long> photosOf(CommandCall call, Question question) {
        var draft = JSON.readValue(question.draft(), Draft.class);
        return Stream.concat(draft.photos().stream(), wanted(call).stream())
                .distinct()
                .toList();
    }

    Reply takeBack(CommandCall call, String token) {
        if (token.equals(FOR_GOOD)) {
            throw UserMistake.of("issue/not-undoable", new Typed(""));
        }
        var taken = Stream.of(token.split(","))
                .map(one -> one.split(":"))
                .map(pair -> takeBack(call, Long.parseLong(pair[0]), Long.parseLong(pair[1])))
                .toList();
        return replies.ofTakenBack(taken, call);
    }

    private Undone takeBack(CommandCall call, long number, long moveId) {
        var moved = issues.takeBack(number, moveId, call.member(), call.inboxId(), call.at());
        return new Undone(
                moved, StandingMoves.takenBackBy(issues.history(number)).move());
    }

    private static String token(Moved moved, Move move) {
        return Mover.isTakenBackWholly(move) ? moved.after().number() + ":" + moved.moveId() : FOR_GOOD;
    }

    /** What was said before the number was known. */
    record Draft(String arguments, List<Long> photos) {}

    record Typed(String typed) {}

    /** @param example a line to copy */
    record NoneToMove(String move, String example) {}

    record WhichOne(String move, boolean more) {}

    /** What became of one issue. */
    record Result(boolean done, String text) {}

    record Results(int done, int undone, List<Result> results) {
        static Results of(List<Result> results) {
            int done = (int) results.stream().filter(Result::done).count();
            return new Results(done, results.size() - done, results);
        }
    }
}
