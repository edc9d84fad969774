package ecobot.ranking;

import ecobot.chat.Question.Choice;
import ecobot.chat.Reply.CardFace;
import ecobot.chat.Templates;
import ecobot.ranking.TableView.RowView;
import ecobot.roster.Group;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a group sees of a posted table where cards are switched on: who is first, who is last, and buttons that lead to the rest. */
@Component
class TableCard {

    /** A card holds some 1,000 bytes. */
    private static final int SHOWN = 3;

    private final Templates templates;

    TableCard(Templates templates) {
        this.templates = templates;
        words();
    }

    /**
     * The words on its buttons, {@code templates/ranking/card.yml}.
     *
     * @param buttons at most three
     */
    record Words(List<Press> buttons) {

        /** @param says a command, with {@code {number}} where the table's number belongs */
        record Press(String label, String says) {}
    }

    /**
     * The text of it.
     *
     * @param first all of a table of few
     * @param last empty when they are all among the first
     */
    record Summary(TableView table, List<RowView> first, List<RowView> last) {
        static Summary of(TableView table) {
            var ranked = table.ranked();
            return ranked.size() <= 2 * SHOWN
                    ? new Summary(table, ranked, List.of())
                    : new Summary(
                            table, ranked.subList(0, SHOWN), ranked.subList(ranked.size() - SHOWN, ranked.size()));
        }

        boolean cut() {
            return !last.isEmpty();
        }
    }

    CardFace of(Snapshot snapshot, Group group) {
        var number = Long.toString(snapshot.id());
        return new CardFace(
                "ecobot-table-" + number + "-" + group.id(),
                snapshot.version(),
                templates.render(
                        "ranking/table-card", Summary.of(snapshot.content().view())),
                words().buttons().stream()
                        .map(press -> new Choice(press.label(), press.says().replace("{number}", number)))
                        .toList());
    }

    private Words words() {
        return templates.words("ranking/card", Words.class);
    }
}
