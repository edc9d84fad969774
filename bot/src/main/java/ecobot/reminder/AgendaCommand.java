package ecobot.reminder;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.reminder.AgendaMapper.Item;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 议题: what the next joint meeting has to talk about, the oldest first. In a group only what concerns its units. */
@Component
class AgendaCommand implements Command {

    private static final int SHOWN = 15;

    private final Agenda agenda;
    private final Roster roster;
    private final WorkCalendar calendar;

    AgendaCommand(Agenda agenda, Roster roster, WorkCalendar calendar) {
        this.agenda = agenda;
        this.roster = roster;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "agenda";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.MANAGER, Role.INSPECTOR);
    }

    @Override
    public Reply handle(CommandCall call) {
        var units = units(call);
        var today = new Today(call.at().atZone(Zone.SHANGHAI).toLocalDate(), calendar);
        var items = agenda.items(units, SHOWN).stream()
                .map(item -> line(item, today))
                .toList();
        int count = agenda.count(units);
        return Reply.of("reminder/agenda", new Items(count, items, count - items.size(), units.size() != 1));
    }

    private Line line(Item item, Today today) {
        return new Line(
                item.number(),
                roster.unit(item.unitId()).map(Unit::shortName).orElse(""),
                Entries.where(item.place(), item.description()),
                Math.max(0, today.overdue(item.dueOn())),
                item.sinceOn());
    }

    private List<Long> units(CommandCall call) {
        var group = call.group();
        if (group != null && !group.unitIds().isEmpty()) {
            return group.unitIds();
        }
        var own = call.member().unit();
        if (own == null) {
            return List.of();
        }
        return own.kind() == Unit.Kind.BUREAU
                ? roster.units().stream().map(Unit::id).toList()
                : List.of(own.id());
    }

    /**
     * The agenda.
     *
     * @param more how many are not listed
     * @param units whether the units' names tell something
     */
    record Items(int count, List<Line> items, int more, boolean units) {}

    /** @param days working days overdue; 0 when it got another date */
    record Line(long number, String unit, String where, int days, LocalDate since) {}
}
