package ecobot.library;

import ecobot.chat.Vocabulary;
import ecobot.library.FileFault.Flaw;
import ecobot.library.Material.Category;
import ecobot.library.Material.State;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The words of this room: {@code templates/library/words.yml}.
 *
 * @param categories names, and {@code categoryCommands} what finds them
 * @param allCommand what finds all of them
 * @param states how far a material has come
 * @param date how a date of a law is written, always with its year
 * @param kinds names of kinds of issues that a file may name
 * @param noise what is said around what one looks for
 * @param number pattern of a material's number, alone, with the group {@code n}
 * @param article pattern of an article's or document's number in digits, with the group {@code n}; found in Chinese numerals as well
 * @param flaws what may be wrong with a file; {@code {about}} is what stands there
 */
record LibraryWords(
        Map<Category, String> categories,
        Map<Category, String> categoryCommands,
        String allCommand,
        Map<State, String> states,
        String date,
        Set<String> kinds,
        List<String> noise,
        String number,
        String article,
        Map<Flaw, String> flaws) {

    static final String FILE = "library/words";

    LibraryWords {
        Vocabulary.requireAll("categories", categories, Category.values());
        Vocabulary.requireAll("categoryCommands", categoryCommands, Category.values());
        Vocabulary.requireAll("states", states, State.values());
        Vocabulary.requireAll("flaws", flaws, Flaw.values());
    }

    String name(Category category) {
        return Objects.requireNonNull(categories.get(category));
    }

    String command(Category category) {
        return Objects.requireNonNull(categoryCommands.get(category));
    }

    String name(State state) {
        return Objects.requireNonNull(states.get(state));
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(date, Locale.CHINA).format(day);
    }

    String say(FileFault fault) {
        return Objects.requireNonNull(flaws.get(fault.flaw())).replace("{about}", fault.about());
    }
}
