package ecobot.training;

import ecobot.calendar.Zone;
import ecobot.chat.Templates;
import ecobot.deadline.Deadlines;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is shown of ordered lectures. */
@Component
class OrderViews {

    private final OrderMapper mapper;
    private final SessionViews views;
    private final Roster roster;
    private final Templates templates;
    private final Clock clock;

    OrderViews(OrderMapper mapper, SessionViews views, Roster roster, Templates templates, Clock clock) {
        this.mapper = mapper;
        this.views = views;
        this.roster = roster;
        this.templates = templates;
        this.clock = clock;
    }

    Line line(Order order) {
        var offer = order.offer();
        var when = offer == null ? "" : views.when(offer);
        var trainer = Optional.ofNullable(order.trainerId())
                .flatMap(roster::member)
                .map(Member::name)
                .orElse("");
        var state = order.state() == Order.State.CONFIRMED && !order.isSettled()
                ? words().cancelled()
                : words().states().getOrDefault(order.state(), "");
        return new Line(
                order.id(),
                order.topic(),
                unit(order.unitId()),
                order.wish().isEmpty() ? words().anyTime() : order.wish(),
                audience(order),
                order.place(),
                roster.member(order.orderedBy()).map(Member::name).orElse(""),
                trainer,
                when,
                state.replace("{trainer}", trainer)
                        .replace("{when}", when)
                        .replace("{session}", String.valueOf(order.sessionId())),
                Objects.requireNonNullElse(order.sessionId(), 0L),
                order.state() == Order.State.OPEN,
                order.state() == Order.State.OFFERED);
    }

    String audience(Order order) {
        return order.audience().isEmpty()
                ? words().audience().replace("{unit}", unit(order.unitId()))
                : order.audience();
    }

    /** For trainers and the bureau everything that waits; for a town its own. */
    Listed listed(Member reader) {
        boolean trainer = People.isTrainer(reader);
        boolean all = trainer || People.isOfBureau(reader);
        var unit = reader.unit();
        var today = Deadlines.dayOf(clock.instant());
        var orders = all
                ? mapper.waiting()
                : unit == null ? List.<Order>of() : mapper.of(unit.id(), today.withDayOfMonth(1));
        var lines = orders.stream()
                .sorted(Comparator.comparing(Order::id))
                .map(this::line)
                .toList();
        return new Listed(
                all,
                trainer,
                !all && mayOrder(reader),
                unit == null ? "" : unit.name(),
                lines.size(),
                lines,
                lines.stream().filter(Line::open).findFirst().map(Line::number).orElse(0L),
                lines.stream()
                        .filter(Line::offered)
                        .findFirst()
                        .map(Line::number)
                        .orElse(0L));
    }

    /** The lectures of a year: who gave how many, and who asked for how many. */
    Overview year(Year year) {
        var orders = mapper.between(start(year), start(year.plusYears(1))).stream()
                .filter(order -> order.state() != Order.State.WITHDRAWN)
                .filter(order -> order.isWaiting() || order.isSettled())
                .toList();
        var today = Deadlines.dayOf(clock.instant());
        var byTrainer = tallies(
                orders,
                order -> Optional.ofNullable(order.trainerId())
                        .flatMap(roster::member)
                        .map(Member::name)
                        .orElse(words().nobody()),
                today);
        var byUnit = tallies(orders, order -> unit(order.unitId()), today);
        return new Overview(
                year.toString(),
                tally("", orders, today),
                byTrainer,
                byUnit,
                orders.stream()
                        .filter(order -> !order.isDone(today))
                        .map(this::line)
                        .toList());
    }

    private static List<Tally> tallies(List<Order> orders, Function<Order, String> name, LocalDate today) {
        Map<String, List<Order>> groups = orders.stream().collect(Collectors.groupingBy(name));
        return groups.entrySet().stream()
                .map(group -> tally(group.getKey(), group.getValue(), today))
                .sorted(Comparator.comparing(Tally::name))
                .toList();
    }

    private static Tally tally(String name, List<Order> orders, LocalDate today) {
        int done = (int) orders.stream().filter(order -> order.isDone(today)).count();
        int waiting = (int) orders.stream().filter(Order::isWaiting).count();
        return new Tally(name, orders.size(), done, orders.size() - done - waiting, waiting);
    }

    /** Whether somebody speaks for a unit that lectures are given to. */
    static boolean mayOrder(Member member) {
        return !People.isOfBureau(member) && member.isAny(Set.of(Role.LIAISON, Role.MANAGER));
    }

    private static Instant start(Year year) {
        return year.atDay(1).atStartOfDay(Zone.SHANGHAI).toInstant();
    }

    private String unit(long id) {
        return roster.unit(id).map(Unit::name).orElse("");
    }

    private OrderWords words() {
        return templates.words(OrderWords.FILE, OrderWords.class);
    }

    /**
     * An order.
     *
     * @param trainer who has taken it; empty when nobody has
     * @param when the day that was offered; empty when none was
     * @param state in words
     * @param session number of the session that it became; 0 when none
     */
    record Line(
            long number,
            String topic,
            String unit,
            String wish,
            String audience,
            String place,
            String by,
            String trainer,
            String when,
            String state,
            long session,
            boolean open,
            boolean offered) {}

    /**
     * What waits.
     *
     * @param all whether it is everybody's
     * @param takes whether the reader may take one
     * @param town whether the reader may order
     * @param firstOpen number for the example; 0 when none, as {@code firstOffered}
     */
    record Listed(
            boolean all,
            boolean takes,
            boolean town,
            String unit,
            int count,
            List<Line> orders,
            long firstOpen,
            long firstOffered) {}

    /** @param coming confirmed and still to come */
    record Tally(String name, int count, int done, int coming, int waiting) {}

    record Overview(String year, Tally all, List<Tally> trainers, List<Tally> units, List<Line> notDone) {}
}
