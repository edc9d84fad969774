package ecobot.issue;

import ecobot.chat.Templates;
import ecobot.deadline.Source;
import ecobot.issue.Issue.Kind;
import ecobot.issue.Issue.State;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What states, kinds, sources and moves are called: {@code templates/issue/words.yml}. */
record IssueWords(
        Map<State, String> states,
        Map<Kind, String> kinds,
        Map<Source, String> sources,
        Map<Move, String> moves,
        Map<Move, String> done,
        Map<Move, String> notes,
        Map<State, String> next,
        Map<Move, String> nextAfter,
        Map<Course.Truth, String> truths,
        Map<Course.Completion, String> completions,
        Map<AllowedMove.Actor, String> actors,
        Map<AllowedMove.Need, String> needs,
        String listSeparator,
        String system,
        String formerMember,
        String offer,
        String label) {

    IssueWords {
        named("states", states, State.values());
        named("kinds", kinds, Kind.values());
        named("sources", sources, Source.values());
        named("moves", moves, Move.values());
        named("done", done, Move.values());
        named("next", next, State.values());
        named("truths", truths, Course.Truth.values());
        named("completions", completions, Course.Completion.values());
        named("actors", actors, AllowedMove.Actor.values());
        named("needs", needs, AllowedMove.Need.values());
    }

    String of(State state) {
        return states.getOrDefault(state, "");
    }

    String of(Source source) {
        return sources.getOrDefault(source, "");
    }

    String of(Move move) {
        return moves.getOrDefault(move, "");
    }

    /** What has happened once a move is made. */
    String done(Move move) {
        return done.getOrDefault(move, "");
    }

    /** The heading of what others hear of a move. */
    String note(Move move) {
        return notes.getOrDefault(move, done(move));
    }

    /** What comes next after a move, where that is not what the state it led to says. */
    String next(Move move, State state, long number) {
        var after = nextAfter.get(move);
        return after == null ? next(state, number) : numbered(after, number);
    }

    /** What comes next; empty when nothing does. */
    String next(State state, long number) {
        return numbered(next.getOrDefault(state, ""), number);
    }

    private static String numbered(String text, long number) {
        return text.replace("{number}", Long.toString(number));
    }

    String of(Course.Truth truth) {
        return truths.getOrDefault(truth, "");
    }

    String of(Course.Completion completion) {
        return completions.getOrDefault(completion, "");
    }

    /** What is missing of an issue, and what to do. */
    String of(AllowedMove.Need need, long number) {
        return needs.getOrDefault(need, "").replace(AllowedMove.NUMBER, Long.toString(number));
    }

    String of(List<Kind> kindList) {
        return kindList.stream().map(kind -> kinds.getOrDefault(kind, "")).collect(Collectors.joining(listSeparator));
    }

    String ofActors(List<AllowedMove.Actor> who) {
        return who.stream().map(actor -> actors.getOrDefault(actor, "")).collect(Collectors.joining(listSeparator));
    }

    /** One line that says what to type for a move. */
    String offer(AllowedMove move, long number) {
        return offer.replace("{move}", of(move.move()))
                .replace("{type}", move.type())
                .replace("{number}", Long.toString(number));
    }

    /** An issue in a few words, for a button. */
    String label(long number, String unit, String text) {
        return label.replace("{number}", Long.toString(number))
                .replace("{unit}", unit)
                .replace("{text}", text);
    }

    private static <K> void named(String what, Map<K, String> names, K[] all) {
        var nameless = Arrays.stream(all).filter(key -> !names.containsKey(key)).toList();
        if (!nameless.isEmpty()) {
            throw new IllegalArgumentException("issue/words: " + what + " lacks " + nameless);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FromTemplates {
        @Bean
        IssueWords issueWords(Templates templates) {
            return templates.words("issue/words", IssueWords.class);
        }
    }
}
