package ecobot.training;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadlines;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.training.LineReader.Said;
import ecobot.training.Order.State;
import ecobot.training.TrainingWords.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps of an ordered lecture, and who hears of each. */
@Component
class OrderDesk {

    static final String TOPIC = "TOPIC";
    static final String WHEN = "WHEN";

    private final OrderMapper mapper;
    private final OrderViews views;
    private final Sessions sessions;
    private final SignUps signUps;
    private final SessionViews sessionViews;
    private final Drafts drafts;
    private final People people;
    private final Roster roster;
    private final Audit audit;
    private final Templates templates;

    OrderDesk(
            OrderMapper mapper,
            OrderViews views,
            Sessions sessions,
            SignUps signUps,
            SessionViews sessionViews,
            Drafts drafts,
            People people,
            Roster roster,
            Audit audit,
            Templates templates) {
        this.mapper = mapper;
        this.views = views;
        this.sessions = sessions;
        this.signUps = signUps;
        this.sessionViews = sessionViews;
        this.drafts = drafts;
        this.people = people;
        this.roster = roster;
        this.audit = audit;
        this.templates = templates;
    }

    /** A town asks for a lecture. */
    Reply order(CommandCall call, String text) {
        var unit = call.member().unit();
        if (unit == null || !OrderViews.mayOrder(call.member())) {
            throw UserMistake.of("training/order-who", Map.of());
        }
        var said = drafts.read(text, call.at()).looseAsTopic();
        var draft = drafts.with(Drafts.blank(call.member()), said, call.at());
        if (draft.topic().isEmpty()) {
            return Reply.of("training/order-topic", Map.of()).asking(new Question(TOPIC, "", List.of()));
        }
        var wish = wish(draft.when(), said);
        mapper.insert(
                draft.topic(),
                wish,
                draft.audience(),
                draft.place(),
                unit.id(),
                call.member().id(),
                call.at());
        var order = one(mapper.inserted());
        record(call, "training-order", order);
        var reply = Reply.of("training/ordered", views.line(order)).undoable(Long.toString(order.id()));
        for (var trainer : people.trainers()) {
            reply = reply.telling(new MemberNote(trainer, "training/order-told", views.line(order)));
        }
        return reply;
    }

    private String wish(@Nullable When when, Said said) {
        if (when == null) {
            return said.value(Part.WHEN).orElse("");
        }
        return when.day() == null ? said.whenSaid() : sessionViews.when(when);
    }

    /**
     * A trainer takes one with a day; of two at once one takes it.
     *
     * @param number null for the only one that is open
     */
    Reply take(CommandCall call, @Nullable Long number, String text) {
        PlanDesk.checkTrainer(call.member());
        var order = meant(number, mapper.waiting(), known -> known.state() == State.OPEN);
        checkFree(order, call.member());
        var said = drafts.read(text, call.at());
        var draft = drafts.with(Drafts.blank(call.member()), said, call.at());
        var when = draft.when();
        if (when == null || when.day() == null) {
            return Reply.of("training/order-when", views.line(order))
                    .asking(new Question(WHEN, Long.toString(order.id()), List.of()));
        }
        var place = draft.place().isEmpty() ? said.loose() : draft.place();
        var where = place.isEmpty() ? order.place() : place;
        if (where.length() > Outline.LONGEST_PLACE) {
            throw UserMistake.of("training/text-too-long", Map.of("most", Outline.LONGEST_PLACE));
        }
        if (mapper.offer(order.id(), call.member().id(), when.day(), when.time(), where) == 0) {
            checkFree(one(order.id()), call.member());
            throw notNow(one(order.id()));
        }
        var offered = one(order.id());
        record(call, "training-order-take", offered);
        return telling(offered, List.of(offered.orderedBy()), call, "training/order-offered", "training/order-offer");
    }

    private void checkFree(Order order, Member trainer) {
        if (order.state() == State.CONFIRMED || order.state() == State.WITHDRAWN) {
            throw notNow(order);
        } else if (order.state() != State.OPEN && !order.isOf(trainer.id())) {
            throw UserMistake.of("training/order-taken", views.line(order));
        }
    }

    /** The town says yes: the lecture is a session of the plan, and whoever ordered it is on its list. */
    Reply confirm(CommandCall call, @Nullable Long number) {
        var order = locked(own(call, number, known -> known.state() == State.OFFERED));
        var when = order.offer();
        var trainer = Objects.requireNonNullElse(order.trainerId(), 0L);
        if (order.state() != State.OFFERED || when == null || when.day() == null) {
            throw notNow(order);
        } else if (when.isOver(call.at())) {
            throw UserMistake.of("training/order-over", views.line(order));
        } else if (mapper.confirm(order.id(), trainer, when.day()) == 0) {
            throw notNow(one(order.id()));
        }
        var lecturer = roster.member(trainer).orElse(call.member());
        long session = sessions.add(
                new Outline(
                        when,
                        order.topic(),
                        views.audience(order),
                        Set.of(order.unitId()),
                        lecturer.name(),
                        lecturer.id(),
                        order.place(),
                        drafts.isOnline(order.place()),
                        null),
                lecturer,
                call.at());
        mapper.became(order.id(), session);
        sessions.ordered(session);
        roster.member(order.orderedBy()).ifPresent(member -> signUps.put(sessions.one(session), member, call.at()));
        var confirmed = one(order.id());
        record(call, "training-order-confirm", confirmed);
        return telling(confirmed, List.of(trainer), call, "training/order-confirmed", "training/order-confirmed-told");
    }

    /** The town asks for another day. */
    Reply reschedule(CommandCall call, @Nullable Long number, String text) {
        var order = own(call, number, Order::isWaiting);
        if (!order.isWaiting()) {
            throw notNow(order);
        }
        var said = drafts.read(text, call.at());
        var draft = drafts.with(Drafts.blank(call.member()), said, call.at());
        var wish = draft.when() == null ? said.loose() : wish(draft.when(), said);
        if (wish.isEmpty() || wish.length() > Outline.LONGEST_PLACE) {
            throw UserMistake.of("training/order-another-day", views.line(order));
        } else if (mapper.ask(order.id(), wish) == 0) {
            throw notNow(one(order.id()));
        }
        var asked = one(order.id());
        record(call, "training-order-another-day", asked);
        var trainer = asked.trainerId();
        return telling(
                asked,
                trainer == null ? List.of() : List.of(trainer),
                call,
                "training/order-asked",
                "training/order-asked-told");
    }

    /** The town does not want it any more; a session that it had become is cancelled with it. */
    Reply withdraw(CommandCall call, @Nullable Long number) {
        var order = locked(own(call, number, known -> known.state() != State.WITHDRAWN));
        var day = order.heldOn();
        boolean over = day != null && day.isBefore(Deadlines.dayOf(call.at()));
        if (over || mapper.withdraw(order.id()) == 0) {
            throw notNow(order);
        }
        var receivers = new LinkedHashMap<Long, Long>(Map.of(order.orderedBy(), order.orderedBy()));
        if (order.trainerId() != null) {
            receivers.put(order.trainerId(), order.trainerId());
        }
        var session = order.sessionId();
        if (session != null && order.isSettled()) {
            var why = words().withdrawn().replace("{unit}", views.line(order).unit());
            sessions.cancel(sessions.lockedPlanned(session), why);
            signUps.of(session).forEach(member -> receivers.put(member.id(), member.id()));
        }
        var withdrawn = one(order.id());
        record(call, "training-order-withdraw", withdrawn);
        return telling(
                withdrawn,
                List.copyOf(receivers.keySet()),
                call,
                "training/order-withdrawn",
                "training/order-withdrawn-told");
    }

    /** A trainer cannot after all. */
    Reply giveBack(CommandCall call, @Nullable Long number) {
        PlanDesk.checkTrainer(call.member());
        var order = meant(
                number, mapper.waiting(), known -> known.isOf(call.member().id()));
        if (mapper.giveBack(order.id(), call.member().id()) == 0) {
            throw notNow(order);
        }
        var open = one(order.id());
        record(call, "training-order-give-back", open);
        return telling(
                open, List.of(open.orderedBy()), call, "training/order-given-back", "training/order-given-back-told");
    }

    /** One of the own unit's. */
    private Order own(CommandCall call, @Nullable Long number, Predicate<Order> fits) {
        var unit = call.member().unit();
        if (unit == null || !OrderViews.mayOrder(call.member())) {
            throw UserMistake.of("training/order-who", Map.of());
        }
        var own = mapper.of(unit.id(), Deadlines.dayOf(call.at()).withDayOfMonth(1));
        var order = meant(number, own, fits);
        if (order.unitId() != unit.id()) {
            throw UserMistake.of("training/order-not-yours", views.line(order));
        }
        return order;
    }

    /** The one of this number, or the only one that fits. */
    private Order meant(@Nullable Long number, List<Order> all, Predicate<Order> fits) {
        if (number != null) {
            return one(number);
        }
        var fitting = all.stream().filter(fits).toList();
        if (fitting.size() != 1) {
            throw UserMistake.of("training/order-which", Map.of("count", fitting.size()));
        }
        return fitting.get(0);
    }

    /** As it is now, and until the caller's transaction ends. */
    private Order locked(Order seen) {
        mapper.lock(seen.id());
        return one(seen.id());
    }

    private Order one(long id) {
        var order = mapper.byId(id);
        if (order == null) {
            throw UserMistake.of("training/order-unknown", Map.of("number", id));
        }
        return order;
    }

    private UserMistake notNow(Order order) {
        return UserMistake.of("training/order-not-now", views.line(order));
    }

    private Reply telling(Order order, List<Long> receivers, CommandCall call, String template, String note) {
        var reply = Reply.of(template, views.line(order));
        for (long id : receivers) {
            var member = roster.member(id)
                    .filter(known -> known.id() != call.member().id());
            if (member.isPresent()) {
                reply = reply.telling(new MemberNote(member.get(), note, views.line(order)));
            }
        }
        return reply;
    }

    private void record(CommandCall call, String action, Order order) {
        audit.record(call.member().staffId(), action, "training-order:" + order.id(), Outcome.ALLOWED, order.topic());
    }

    private OrderWords words() {
        return templates.words(OrderWords.FILE, OrderWords.class);
    }
}
