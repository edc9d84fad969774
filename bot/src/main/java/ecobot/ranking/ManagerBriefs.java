package ecobot.ranking;

import ecobot.chat.Post.Edition;
import ecobot.chat.Post.Part;
import ecobot.chat.Post.TextPart;
import ecobot.chat.Templates;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The weekly table for managers, in private, one message: what changed since the week before, and for those of the bureau which units to call. A
 * manager of a town reads about that town. Later versions of a table are told to the groups only.
 */
@Component
class ManagerBriefs {

    private final Snapshots snapshots;
    private final LeagueTables tables;
    private final Roster roster;
    private final Templates templates;

    ManagerBriefs(Snapshots snapshots, LeagueTables tables, Roster roster, Templates templates) {
        this.snapshots = snapshots;
        this.tables = tables;
        this.roster = roster;
        this.templates = templates;
        words();
    }

    /** What a group gets is {@code parts}; the managers get their own. */
    Edition edition(Snapshot snapshot, Function<Group, List<Part>> parts) {
        return new WithBriefs(snapshot, parts);
    }

    /**
     * For the bureau.
     *
     * @param first the units to call, "新丰镇、大桥镇"; empty for none
     * @param compared whether the week before was posted
     * @param whole whether the table itself follows
     */
    record Bureau(
            TableView table,
            String first,
            List<Calls.Call> calls,
            boolean compared,
            String worse,
            String better,
            String fallen,
            String risen,
            boolean whole)
            implements TableRows {

        /** Whether nobody's code or rank is another one. */
        boolean same() {
            return compared && Stream.of(worse, better, fallen, risen).allMatch(String::isEmpty);
        }
    }

    /**
     * For a town.
     *
     * @param behind what lies behind code and rank; empty for nothing
     * @param codeStep "绿→红"; empty when the code is the same
     */
    record Town(TableView table, TableView.RowView row, String behind, String codeStep, boolean whole)
            implements TableRows {
        boolean placed() {
            return table.ranked().stream().anyMatch(known -> known.unit().equals(row.unit()));
        }
    }

    private final class WithBriefs implements Edition {

        private final Snapshot snapshot;
        private final Function<Group, List<Part>> parts;

        WithBriefs(Snapshot snapshot, Function<Group, List<Part>> parts) {
            this.snapshot = snapshot;
            this.parts = parts;
        }

        @Override
        public List<Part> partsFor(Group group) {
            return parts.apply(group);
        }

        @Override
        public List<Member> readers() {
            boolean first = snapshot.version() == 1
                    && snapshot.content().table().period().kind() == Period.Kind.WEEK;
            return first ? roster.membersWith(Role.MANAGER) : List.of();
        }

        @Override
        public List<Part> partsFor(Member reader) {
            return Appeals.decides(reader)
                    ? List.of(new TextPart("ranking/brief", bureau(snapshot)))
                    : town(snapshot, reader);
        }
    }

    private Bureau bureau(Snapshot snapshot) {
        var words = words();
        var view = snapshot.content().view();
        var calls = new Calls(snapshot.content().table(), words, tables.words()).worst();
        var steps = steps(snapshot);
        return new Bureau(
                view,
                calls.stream().map(Calls.Call::unit).collect(Collectors.joining(words.unitJoin())),
                calls,
                isCompared(snapshot),
                steps.worse(),
                steps.better(),
                steps.fallen(),
                steps.risen(),
                isShort(snapshot));
    }

    private List<Part> town(Snapshot snapshot, Member reader) {
        var table = snapshot.content().table();
        Unit unit = reader.unit();
        return unit == null
                ? List.of()
                : table.rowOf(unit.id()).stream()
                        .<Part>map(row -> new TextPart(
                                "ranking/brief-unit",
                                new Town(
                                        snapshot.content().view(),
                                        TableView.row(table, row, tables.words()),
                                        new Calls(table, words(), tables.words()).behind(row),
                                        steps(snapshot).codeStep(row),
                                        isShort(snapshot))))
                        .toList();
    }

    private Steps steps(Snapshot snapshot) {
        return new Steps(
                snapshot.content().table(),
                snapshots
                        .latest(snapshot.content().table().period().previous())
                        .map(before -> before.content().table())
                        .orElse(null),
                words(),
                tables.words());
    }

    private boolean isCompared(Snapshot snapshot) {
        return snapshots.latest(snapshot.content().table().period().previous()).isPresent();
    }

    private boolean isShort(Snapshot snapshot) {
        return snapshot.content().table().rows().size() <= words().rows();
    }

    private BriefWords words() {
        return templates.words(BriefWords.FILE, BriefWords.class);
    }
}
