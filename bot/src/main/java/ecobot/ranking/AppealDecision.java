package ecobot.ranking;

import ecobot.audit.Audit;
import ecobot.audit.Audit.Outcome;
import ecobot.chat.CommandCall;
import ecobot.chat.Confirmation;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.issue.IssueFigures;
import ecobot.issue.UnitFigures;
import ecobot.ranking.Appeal.State;
import ecobot.ranking.AppealViews.Part;
import ecobot.ranking.AppealViews.Ruled;
import ecobot.roster.Roster;
import ecobot.scheduler.Schedules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The managers' side. Granting first shows what would change, and takes effect only when the same is confirmed: issues are left out, and the corrected
 * table goes to the groups. An appeal that changes nothing cannot be granted.
 */
@Component
class AppealDecision {

    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})\\s*");
    private static final int SHOWN = 12;
    private static final int LONGEST = 500;

    private final Appeals appeals;
    private final Corrections corrections;
    private final LeagueTables tables;
    private final LeftOut leftOut;
    private final IssueFigures issues;
    private final Schedules schedules;
    private final Roster roster;
    private final Confirmation confirmation;
    private final Audit audit;
    private final Templates templates;

    AppealDecision(
            Appeals appeals,
            Corrections corrections,
            LeagueTables tables,
            LeftOut leftOut,
            IssueFigures issues,
            Schedules schedules,
            Roster roster,
            Confirmation confirmation,
            Audit audit,
            Templates templates) {
        this.appeals = appeals;
        this.corrections = corrections;
        this.tables = tables;
        this.leftOut = leftOut;
        this.issues = issues;
        this.schedules = schedules;
        this.roster = roster;
        this.confirmation = confirmation;
        this.audit = audit;
        this.templates = templates;
    }

    /**
     * What waits for its confirmation.
     *
     * @param shown hash of what was shown
     */
    record Draft(long appeal, Set<Long> leaveOut, String note, int shown) {}

    /** @param text the number of the appeal, issues that are not to count, and a note */
    Reply grant(CommandCall call, String text) {
        var picked = pick(call, text);
        var ruling = words().ruling(picked.rest());
        checkLength(ruling.note());
        for (var number : ruling.leaveOut()) {
            checkIsOf(picked.appeal(), number);
        }
        return preview(picked.appeal(), ruling.leaveOut(), ruling.note(), false);
    }

    Reply reject(CommandCall call, String text) {
        var picked = pick(call, text);
        var appeal = picked.appeal();
        if (picked.rest().isEmpty()) {
            throw UserMistake.of("ranking/appeal-reject-why", Map.of("number", appeal.id()));
        }
        checkLength(picked.rest());
        appeals.end(appeal, State.REJECTED, call.member(), call.at(), picked.rest());
        audit.record(call.member().staffId(), "appeal-reject", "appeal:" + appeal.id(), Outcome.ALLOWED, null);
        var item = appeals.item(appeals.byId(appeal.id()).orElseThrow());
        return told(appeal, Reply.of("ranking/appeal-rejected", item), "ranking/appeal-rejected-told", item);
    }

    /** Grants what was shown, or leaves it. */
    Reply answer(CommandCall call, Question question) {
        checkDecides(call);
        if (!confirmation.isYes(call, "ranking/appeal-yes-or-no")) {
            return Reply.of("ranking/appeal-kept", Map.of());
        }
        var draft = confirmation.pending(question, Draft.class);
        var appeal = stillOpen(appeals.byId(draft.appeal()).orElseThrow());
        var correction = corrections.of(appeals.inForce(appeal), draft.leaveOut());
        if (lines(correction, appeal).hashCode() != draft.shown()) {
            return preview(appeal, draft.leaveOut(), draft.note(), true);
        }
        appeals.end(appeal, State.GRANTED, call.member(), call.at(), draft.note());
        leftOut.leaveOut(
                draft.leaveOut(), appeals.against(appeal).content().table().period(), appeal.id());
        schedules.runNow(schedules.named(CorrectionPost.NAME).orElseThrow());
        audit.record(
                call.member().staffId(),
                "appeal-grant",
                "appeal:" + appeal.id(),
                Outcome.ALLOWED,
                "left out " + draft.leaveOut());
        var view = ruled(appeal, correction, draft.leaveOut(), draft.note(), false);
        var period = appeals.against(appeal).content().table().period();
        var groups = roster.subscribersOf(CorrectionPost.postOf(period)).size();
        return told(
                appeal,
                Reply.of("ranking/appeal-granted", Map.of("ruled", view, "groups", groups)),
                "ranking/appeal-granted-told",
                view);
    }

    private Reply preview(Appeal appeal, Set<Long> leaveOut, String note, boolean again) {
        var correction = corrections.of(appeals.inForce(appeal), leaveOut);
        if (correction.isEmpty()) {
            throw UserMistake.of(
                    "ranking/appeal-no-change", Map.of("number", appeal.id(), "leftOut", words().joined(leaveOut)));
        }
        var draft =
                new Draft(appeal.id(), leaveOut, note, lines(correction, appeal).hashCode());
        return confirmation.ask(
                Reply.of("ranking/appeal-confirm", ruled(appeal, correction, leaveOut, note, again)), draft);
    }

    private Ruled ruled(Appeal appeal, Correction correction, Set<Long> leaveOut, String note, boolean again) {
        var lines = lines(correction, appeal);
        var parts = new ArrayList<Part>();
        for (int i = 0; i < lines.size(); i++) {
            parts.add(Part.of(correction.changes().get(i), lines.get(i), SHOWN));
        }
        return new Ruled(appeals.item(appeal), again, words().joined(leaveOut), note, parts);
    }

    /** What changes, a list for each table. */
    private List<List<String>> lines(Correction correction, Appeal appeal) {
        var changes = new TableChanges(words(), tables.words());
        return correction.changes().stream()
                .map(change -> changes.of(change.before(), change.after(), appeal.unitId()))
                .toList();
    }

    private Reply told(Appeal appeal, Reply reply, String template, Object view) {
        return roster.member(appeal.memberId())
                .map(member -> reply.telling(new MemberNote(member, template, view)))
                .orElse(reply);
    }

    /** The appeal that is meant: by number, or the only open one. */
    private Picked pick(CommandCall call, String text) {
        checkDecides(call);
        var number = NUMBER.matcher(text);
        var open = appeals.open();
        if (number.lookingAt()) {
            long id = Long.parseLong(number.group(1));
            var appeal =
                    appeals.byId(id).orElseThrow(() -> UserMistake.of("ranking/appeal-unknown", Map.of("number", id)));
            return new Picked(stillOpen(appeal), text.substring(number.end()).strip());
        }
        if (open.size() != 1) {
            throw UserMistake.of(
                    "ranking/appeal-which",
                    new AppealViews.Listed(
                            true, "", open.stream().map(appeals::item).toList(), open.size(), null, null));
        }
        return new Picked(open.get(0), text);
    }

    private record Picked(Appeal appeal, String rest) {}

    private static Appeal stillOpen(Appeal appeal) {
        if (!appeal.open()) {
            throw UserMistake.of("ranking/appeal-over", Map.of("number", appeal.id()));
        }
        return appeal;
    }

    private static void checkDecides(CommandCall call) {
        if (!Appeals.decides(call.member())) {
            throw UserMistake.of("ranking/appeal-not-decided-by-you", Map.of());
        }
    }

    private static void checkLength(String text) {
        if (text.length() > LONGEST) {
            throw UserMistake.of("ranking/appeal-too-long", Map.of("most", LONGEST));
        }
    }

    private void checkIsOf(Appeal appeal, long number) {
        var table = appeals.inForce(appeal).content().table();
        var unitId = issues.of(number, tables.spanOf(table)).map(UnitFigures::unitId);
        if (unitId.isEmpty() || unitId.get() != appeal.unitId()) {
            throw UserMistake.of(
                    "ranking/appeal-not-its-issue",
                    Map.of("number", number, "unit", appeals.item(appeal).unit()));
        }
    }

    private AppealWords words() {
        return templates.words(AppealWords.FILE, AppealWords.class);
    }
}
