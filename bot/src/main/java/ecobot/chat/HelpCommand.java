package ecobot.chat;

import ecobot.chat.CommandRegistry.Entry;
import ecobot.chat.Hints.Shown;
import ecobot.roster.Member;
import ecobot.text.Folding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows what this person may do, one example each; or everything about one command. */
@Component
class HelpCommand implements Command {

    private final ChatWords words;
    /** Late, for the registry is made of the commands. */
    private final ObjectProvider<CommandRegistry> commands;

    HelpCommand(Templates templates, ObjectProvider<CommandRegistry> commands) {
        this.words = templates.words("chat/words", ChatWords.class);
        this.commands = commands;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public Reply handle(CommandCall call) {
        var usable = commands.getObject().usableBy(call.member());
        return call.arguments().isEmpty()
                ? Reply.of("chat/help", new Help(call.member(), rooms(usable)))
                : about(call, usable);
    }

    private Reply about(CommandCall call, List<Entry> usable) {
        var line = Line.of(call.arguments());
        var entry = line.startOf(commands.getObject().words())
                .flatMap(start -> commands.getObject().startedBy(start.word()))
                .filter(usable::contains)
                .or(() -> Suggestions.nearest(line.firstToken(), usable, Suggestions.FAR).stream()
                        .findFirst());
        return entry.map(found -> Reply.of("chat/help-command", About.of(found)))
                .orElseThrow(() -> UserMistake.of("chat/help-unknown", Map.of("word", call.arguments())));
    }

    /** Rooms in the order of the words, then the rest under one heading. */
    private List<Room> rooms(List<Entry> usable) {
        var byTitle = new LinkedHashMap<String, List<Shown>>();
        words.rooms().values().forEach(title -> byTitle.put(title, new ArrayList<>()));
        for (var entry : usable) {
            var title = words.rooms().getOrDefault(entry.room(), words.otherRoom());
            byTitle.computeIfAbsent(title, t -> new ArrayList<>()).add(Shown.of(entry));
        }
        return byTitle.entrySet().stream()
                .filter(room -> !room.getValue().isEmpty())
                .map(room -> new Room(room.getKey(), room.getValue()))
                .toList();
    }

    record Help(Member member, List<Room> rooms) {}

    record Room(String title, List<Shown> commands) {}

    record About(String name, String summary, String usage, List<String> examples, String alsoCalled) {
        static About of(Entry entry) {
            var words = entry.words();
            var others = words.all().stream()
                    .filter(word -> !Folding.fold(word).equals(Folding.fold(words.name())))
                    .map(word -> "/" + word)
                    .collect(Collectors.joining(" "));
            return new About(words.name(), words.summary(), words.usage(), words.examples(), others);
        }
    }
}
