package ecobot.plan;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import java.util.List;
import org.springframework.stereotype.Component;

/** 计划: when each post comes; making, changing, stopping and ending a schedule in plain words. */
@Component
class PlanCommand implements Command {

    private final PlanViews views;
    private final PlanChanges changes;
    private final ScheduleFinder finder;
    private final Templates templates;

    PlanCommand(PlanViews views, PlanChanges changes, ScheduleFinder finder, Templates templates) {
        this.views = views;
        this.changes = changes;
        this.finder = finder;
        this.templates = templates;
        words();
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public Reply handle(CommandCall call) {
        if (call.arguments().isEmpty()) {
            return Reply.of("plan/plans", views.overview(Permission.has(call.member())));
        }
        var wish = words().wish(call.arguments());
        if (wish.isEmpty()) {
            var schedule = finder.meant(call.arguments()).schedule();
            return Reply.of("plan/plan", new One(views.row(schedule), views.dates(schedule)));
        }
        Permission.require(call.member());
        var rest = wish.get().rest();
        return switch (wish.get().verb()) {
            case CREATE -> changes.proposeNew(call.member(), rest);
            case CHANGE -> changes.proposeChange(call.member(), rest);
            case STOP -> changes.enable(call.member(), rest, false);
            case START -> changes.enable(call.member(), rest, true);
            case REMOVE -> changes.remove(call.member(), rest);
        };
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        return changes.answer(call, question);
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return changes.undo(call.member(), token);
    }

    private PlanWords words() {
        return templates.words("plan/plan-words", PlanWords.class);
    }

    /** One schedule and what comes of it. */
    record One(PlanViews.Row plan, List<PlanViews.DateRow> dates) {}
}
