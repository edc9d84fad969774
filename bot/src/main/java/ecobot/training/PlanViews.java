package ecobot.training;

import ecobot.chat.Reply;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Templates;
import ecobot.roster.Member;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is shown of a plan that comes as a workbook. */
@Component
class PlanViews {

    private static final int BAD_SHOWN = 30;
    private static final int SHOWN = 40;

    private final SessionViews views;
    private final Sessions sessions;
    private final SignUps signUps;
    private final Templates templates;

    PlanViews(SessionViews views, Sessions sessions, SignUps signUps, Templates templates) {
        this.views = views;
        this.sessions = sessions;
        this.signUps = signUps;
        this.templates = templates;
    }

    Bad bad(PlanSheet sheet, String fileName) {
        var shown = sheet.bad().stream().limit(BAD_SHOWN).toList();
        return new Bad(fileName, sheet.bad().size(), shown, sheet.bad().size() - shown.size());
    }

    /** @param again whether it is shown a second time because something changed meanwhile */
    Proposed proposed(PlanSheet sheet, PlanDiff diff, String fileName, boolean again) {
        var words = templates.words(PlanWords.FILE, PlanWords.class);
        var added = diff.added().stream()
                .limit(SHOWN)
                .map(outline -> new Added(
                        views.when(outline.when()),
                        outline.topic(),
                        views.audience(outline.audience()),
                        outline.trainer()))
                .toList();
        var changed = diff.changed().stream()
                .limit(SHOWN)
                .map(change -> new Changed(
                        change.session().id(),
                        change.session().topic(),
                        views.changes(change.session().outline(), change.after())))
                .toList();
        return new Proposed(
                fileName,
                sheet.year().toString(),
                words.yearFrom().getOrDefault(sheet.from(), ""),
                sheet.sessions().size(),
                diff.added().size(),
                diff.changed().size(),
                diff.same(),
                diff.untouched(),
                added,
                changed,
                diff.added().size() - added.size() + diff.changed().size() - changed.size(),
                diff.cancelled().stream().map(SessionViews::numbered).toList(),
                !diff.cancelled().isEmpty(),
                String.join(words.join(), sheet.strangers()),
                again);
    }

    /** The plan is kept; whoever signed up for what it changed is told. */
    Reply imported(PlanSheet sheet, PlanDiff diff, Member by) {
        var reply = Reply.of("training/plan-imported", proposed(sheet, diff, "", false));
        for (var change : diff.changed()) {
            var session = sessions.one(change.session().id());
            var changes = views.changes(change.session().outline(), change.after());
            var view = new SessionViews.Changed(views.line(session), changes, 0);
            for (var member : signUps.of(session.id())) {
                if (member.id() != by.id()) {
                    reply = reply.telling(new MemberNote(member, "training/changed-told", view));
                }
            }
        }
        return reply;
    }

    /** @param more how many are not shown */
    record Bad(String fileName, int count, List<PlanSheet.BadCell> cells, int more) {}

    record Added(String when, String topic, String audience, String trainer) {}

    record Changed(long number, String topic, List<String> changes) {}

    /**
     * A plan that waits.
     *
     * @param yearFrom where the year was found, in words
     * @param untouched how many sessions of that year the table does not have
     * @param cancelled sessions that the table has and that were cancelled
     * @param strangers lecturers who are no members; empty when there are none
     */
    record Proposed(
            String fileName,
            String year,
            String yearFrom,
            int count,
            int added,
            int changed,
            int same,
            int untouched,
            List<Added> newOnes,
            List<Changed> changes,
            int more,
            List<Map<String, Object>> cancelled,
            boolean anyCancelled,
            String strangers,
            boolean again) {}
}
