package ecobot.chat;

import ecobot.roster.Member;
import ecobot.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.stereotype.Component;

/** All commands and the words that start them. A word that two commands share, or a command without words, stops the start. */
@Component
class CommandRegistry {

    private static final Logger log = LoggerFactory.getLogger(CommandRegistry.class);

    private final Map<String, Entry> byName = new TreeMap<>();
    private final Map<String, Entry> byWord = new LinkedHashMap<>();

    CommandRegistry(List<Command> commands, Templates templates) {
        var faults = new ArrayList<String>();
        for (var command : commands) {
            var room = roomOf(command);
            var entry = new Entry(command, room, templates.words(room + "/" + command.name(), CommandWords.class));
            claim(byName, command.name(), entry, faults);
            entry.words().all().forEach(word -> claim(byWord, Folding.fold(word), entry, faults));
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("commands share words: " + String.join("; ", faults));
        }
        log.info("{} commands\n{}", byName.size(), table());
    }

    /** All of them, by English name. */
    Collection<Entry> all() {
        return byName.values();
    }

    Optional<Entry> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The command that a folded word starts. */
    Optional<Entry> startedBy(String folded) {
        return Optional.ofNullable(byWord.get(folded));
    }

    /** The command that takes a file of this name; of several the one whose word stands in it. */
    Optional<Entry> taking(String fileName) {
        var folded = Folding.fold(fileName);
        var takers = all().stream()
                .filter(entry -> entry.command().takesFile(fileName))
                .toList();
        return takers.stream()
                .filter(entry -> entry.words().all().stream()
                        .anyMatch(word -> word.length() > 1 && folded.contains(Folding.fold(word))))
                .findFirst()
                .or(() -> takers.stream().findFirst());
    }

    /** Every folded word, the longest first. */
    List<String> words() {
        return byWord.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** What {@code member} may use. */
    List<Entry> usableBy(Member member) {
        return all().stream().filter(entry -> entry.allows(member)).toList();
    }

    private static void claim(Map<String, Entry> owners, String word, Entry entry, List<String> faults) {
        var owner = owners.putIfAbsent(word, entry);
        if (owner != null && !owner.equals(entry)) {
            faults.add("'" + word + "' of " + type(owner.command()).getName() + " and "
                    + type(entry.command()).getName());
        }
    }

    private static String roomOf(Command command) {
        var name = type(command).getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Class<?> type(Command command) {
        return AopUtils.getTargetClass(command);
    }

    private String table() {
        var lines = new StringBuilder();
        for (var entry : all()) {
            lines.append(String.format(
                    "  /%-10s %-40s templates/%s/%s.yml%n",
                    entry.words().name(),
                    type(entry.command()).getName(),
                    entry.room(),
                    entry.command().name()));
        }
        return lines.toString().stripTrailing();
    }

    /** A command with its words. */
    record Entry(Command command, String room, CommandWords words) {

        boolean allows(Member member) {
            return command.roles().isEmpty() || member.isAny(command.roles());
        }
    }
}
