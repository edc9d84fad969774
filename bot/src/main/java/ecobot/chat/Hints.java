package ecobot.chat;

import ecobot.chat.CommandRegistry.Entry;
import ecobot.chat.Question.Choice;
import ecobot.roster.Member;
import ecobot.text.Folding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is answered to a line without a command: the nearest commands, or one short hint of what this person can do. */
@Component
class Hints {

    /** The command that a dialogue belongs to when only a suggestion was made. */
    static final String SUGGESTION = "";

    private static final int MOST = 2;

    private final CommandRegistry commands;
    private final ChatWords words;

    Hints(CommandRegistry commands, Templates templates) {
        this.commands = commands;
        this.words = templates.words("chat/words", ChatWords.class);
    }

    Reply forTurn(Turn turn) {
        var token = turn.line().firstToken();
        var near = Suggestions.nearest(
                token, commands.usableBy(turn.member()), turn.line().slash() ? Suggestions.FAR : Suggestions.NEAR);
        if (!near.isEmpty()) {
            return suggestion(turn.line(), near);
        }
        if (turn.line().slash() && !token.isEmpty()) {
            return Reply.of("chat/unknown", Map.of("word", token, "commands", usual(turn.member())));
        }
        return hint(turn);
    }

    private Reply hint(Turn turn) {
        var photoCommand = commands.named(words.photoHint());
        if (turn.hasPhotos() && photoCommand.isPresent()) {
            return Reply.of("chat/photo", Shown.of(photoCommand.get()));
        }
        var meant = commands.usableBy(turn.member()).stream()
                .flatMap(entry -> meant(entry, turn.line()).stream())
                .limit(MOST)
                .toList();
        if (!turn.hasPhotos() && !meant.isEmpty()) {
            return Reply.of("chat/meant", Map.of()).asking(new Question("command", "{}", meant));
        }
        return Reply.of("chat/hint", Map.of("commands", usual(turn.member())));
    }

    /** The command whose word stands somewhere in the line, or that the line reads like. */
    private static Optional<Choice> meant(Entry entry, Line line) {
        int at = line.folded().indexOf(Folding.fold(entry.words().name()));
        if (at >= 0 && entry.words().name().length() > 1) {
            int end = at + entry.words().name().length();
            return Optional.of(choice(
                    entry, line.text().substring(0, at) + " " + line.text().substring(end)));
        }
        return entry.command().isMeantBy(line.folded()) ? Optional.of(choice(entry, line.text())) : Optional.empty();
    }

    private static Choice choice(Entry entry, String arguments) {
        return new Choice(
                "/" + entry.words().name() + " · " + entry.words().summary(),
                ("/" + entry.words().name() + " " + arguments.strip()).strip());
    }

    private static Reply suggestion(Line line, List<Entry> near) {
        var rest = line.text().substring(line.firstToken().length()).strip();
        var choices = near.stream().map(entry -> choice(entry, rest)).toList();
        return Reply.of("chat/suggestion", Map.of("word", line.firstToken()))
                .asking(new Question("command", "{}", choices));
    }

    /** What the words name as most wanted, as far as this person may use it. */
    private List<Shown> usual(Member member) {
        return words.hints().stream()
                .flatMap(name -> commands.named(name).stream())
                .filter(entry -> entry.allows(member))
                .map(Shown::of)
                .toList();
    }

    /** A command as the hints show it. */
    record Shown(String name, String summary, String example) {

        static Shown of(Entry entry) {
            return new Shown(
                    entry.words().name(), entry.words().summary(), entry.words().example());
        }
    }
}
