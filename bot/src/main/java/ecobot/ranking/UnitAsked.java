package ecobot.ranking;

import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Question.Choice;
import ecobot.chat.Reply;
import ecobot.chat.UserMistake;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Which unit a question is about: the one that is named, else that of the group, else the asker's own. */
@Component
class UnitAsked {

    private final Roster roster;

    UnitAsked(Roster roster) {
        this.roster = roster;
    }

    /**
     * What is answered for the unit, or the question which one is meant.
     *
     * @param typed words of the unit; empty for the asker's own
     * @param also what the answer to the question has to have besides the unit
     * @throws UserMistake when there is none, or when it is not in the league table
     */
    Reply answer(CommandCall call, String typed, String also, Function<Unit, Reply> answer) {
        var units = typed.isEmpty() ? own(call) : roster.unitsNamed(typed);
        if (units.isEmpty()) {
            throw typed.isEmpty()
                    ? UserMistake.of("ranking/unit-missing", Map.of())
                    : UserMistake.of("ranking/unknown-unit", Map.of("typed", typed));
        }
        if (units.size() > 1) {
            return which(units, also);
        }
        if (!units.get(0).ranked()) {
            throw UserMistake.of(
                    "ranking/unit-not-ranked", Map.of("unit", units.get(0).name()));
        }
        return answer.apply(units.get(0));
    }

    private List<Unit> own(CommandCall call) {
        var group = call.group();
        var unit = call.member().unit();
        if (group != null && group.unitIds().size() == 1) {
            return roster.unit(group.unitIds().get(0)).filter(Unit::ranked).stream()
                    .toList();
        }
        return unit == null || !unit.ranked() ? List.of() : List.of(unit);
    }

    private static Reply which(List<Unit> units, String also) {
        var choices = units.stream()
                .map(unit -> new Choice(unit.name(), (unit.name() + " " + also).strip()))
                .toList();
        return Reply.of("ranking/which-unit", Map.of()).asking(new Question("unit", "{}", choices));
    }
}
