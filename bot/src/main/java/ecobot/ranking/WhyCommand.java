package ecobot.ranking;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.UserMistake;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * {@code /为什么}: the arithmetic of a unit's score, term by term. The issues behind it are for the unit itself, for managers and for the
 * bureau; everybody else reads the figures of a table that was posted.
 */
@Component
class WhyCommand implements Command {

    private static final Set<Role> SEE_ALL = Set.of(Role.MANAGER, Role.INSPECTOR, Role.ADMIN);

    private final PostedTables posted;
    private final LeagueTables tables;
    private final UnitAsked units;
    private final LeftOut leftOut;

    WhyCommand(PostedTables posted, LeagueTables tables, UnitAsked units, LeftOut leftOut) {
        this.posted = posted;
        this.tables = tables;
        this.units = units;
        this.leftOut = leftOut;
    }

    @Override
    public String name() {
        return "why";
    }

    @Override
    public Reply handle(CommandCall call) {
        var asked = posted.asked(call.arguments(), call.at());
        if (asked.table().kind() != null) {
            throw UserMistake.of("ranking/why-all-kinds", Map.of("kind", asked.subject()));
        }
        return units.answer(call, asked.rest(), asked.words(), unit -> why(call, asked, unit));
    }

    private Reply why(CommandCall call, PostedTables.Asked asked, Unit unit) {
        boolean detailed = maySeeIssues(call.member(), unit);
        if (!detailed && !asked.posted()) {
            throw UserMistake.of("ranking/why-not-yours", Map.of("unit", unit.name()));
        }
        var table = asked.table();
        var row = table.rowOf(unit.id())
                .orElseThrow(() -> UserMistake.of("ranking/unit-not-ranked", Map.of("unit", unit.name())));
        var marks = detailed ? leftOut.tally(table.period()).behind(unit.id(), tables.spanOf(table)) : null;
        var reply = Reply.of("ranking/why", WhyView.of(table, row, tables.words(), asked.posted(), marks));
        return detailed && othersListen(call, unit) ? reply.inPrivate() : reply;
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        return handle(call);
    }

    private static boolean maySeeIssues(Member member, Unit unit) {
        var own = member.unit();
        return member.isAny(SEE_ALL) || (own != null && (own.id() == unit.id() || own.kind() == Unit.Kind.BUREAU));
    }

    private static boolean othersListen(CommandCall call, Unit unit) {
        var group = call.group();
        return group != null && !group.unitIds().equals(List.of(unit.id()));
    }
}
