package ecobot.ranking;

import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.UserMistake;
import ecobot.ranking.Appeal.State;
import ecobot.ranking.AppealViews.Told;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A unit's side: an appeal is filed, and perhaps withdrawn. The managers of the bureau are told in private, with the arithmetic in question. */
@Component
class AppealFiling {

    static final String REASON = "REASON";

    /** A number of a table, alone or before words; one that words follow without a space is the number of an issue. */
    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})(?=\\s|$)");

    private static final int LONGEST = 500;

    private final Appeals appeals;
    private final Snapshots snapshots;
    private final LeagueTables tables;
    private final LeftOut leftOut;
    private final Roster roster;

    AppealFiling(Appeals appeals, Snapshots snapshots, LeagueTables tables, LeftOut leftOut, Roster roster) {
        this.appeals = appeals;
        this.snapshots = snapshots;
        this.tables = tables;
        this.leftOut = leftOut;
        this.roster = roster;
    }

    /** The table, perhaps the unit, and the reason. */
    Reply file(CommandCall call, AppealWords words) {
        var own = Appeals.speaksFor(call.member())
                .orElseThrow(() -> UserMistake.of("ranking/appeal-not-allowed", Map.of()));
        var rest = call.arguments();
        var number = NUMBER.matcher(call.folded());
        var named = number.lookingAt() ? snapshots.numbered(Long.parseLong(number.group(1))) : null;
        if (named != null && named.isPresent()) {
            rest = rest.substring(number.end()).strip();
        }
        var snapshot =
                named != null && named.isPresent() ? named : quoted(call, words).or(snapshots::newest);
        return file(
                call,
                snapshot.orElseThrow(() -> UserMistake.of("ranking/appeal-no-table", Map.of())),
                own,
                reason(own, rest));
    }

    /** The reason that was asked for. */
    Reply reason(CommandCall call, Question question) {
        var own = Appeals.speaksFor(call.member())
                .orElseThrow(() -> UserMistake.of("ranking/appeal-not-allowed", Map.of()));
        var snapshot = snapshots.numbered(Long.parseLong(question.draft())).orElseThrow();
        return file(call, snapshot, own, call.arguments().strip());
    }

    private Optional<Snapshot> quoted(CommandCall call, AppealWords words) {
        var quoted = call.message().quoted();
        return quoted == null ? Optional.empty() : words.tableIn(quoted.text()).flatMap(snapshots::numbered);
    }

    /** What is left when the own unit's name is taken off. */
    private String reason(Unit own, String text) {
        var first = text.split("\\s+", 2);
        var unit = roster.rankedUnits().stream()
                .filter(known ->
                        known.name().equals(first[0]) || known.shortName().equals(first[0]))
                .findFirst();
        if (unit.isEmpty()) {
            return text;
        }
        if (unit.get().id() != own.id()) {
            throw UserMistake.of(
                    "ranking/appeal-not-yours", Map.of("unit", unit.get().name(), "own", own.name()));
        }
        return first.length == 1 ? "" : first[1];
    }

    private Reply file(CommandCall call, Snapshot snapshot, Unit unit, String reason) {
        var view = snapshot.content().view();
        var known = Map.of(
                "table",
                snapshot.id(),
                "period",
                view.period(),
                "edition",
                view.edition(),
                "unit",
                unit.name(),
                "until",
                appeals.until(snapshot),
                "days",
                tables.rules().appealDays(),
                "most",
                LONGEST);
        var row = snapshot.content()
                .table()
                .rowOf(unit.id())
                .orElseThrow(() -> UserMistake.of("ranking/unit-not-ranked", Map.of("unit", unit.name())));
        if (appeals.isOver(snapshot, call.at())) {
            throw UserMistake.of("ranking/appeal-too-late", known);
        }
        appeals.openAbout(snapshot, unit).ifPresent(open -> {
            throw UserMistake.of("ranking/appeal-waits", appeals.item(open));
        });
        if (reason.isEmpty()) {
            return Reply.of("ranking/appeal-why", known)
                    .asking(new Question(REASON, Long.toString(snapshot.id()), List.of()));
        }
        if (reason.length() > LONGEST) {
            throw UserMistake.of("ranking/appeal-too-long", known);
        }
        var appeal = appeals.file(snapshot, unit, call.member(), reason, call.at());
        var table = snapshot.content().table();
        var marks = leftOut.tally(table.period()).behind(unit.id(), tables.spanOf(table));
        var told = new Told(appeals.item(appeal), WhyView.of(table, row, tables.words(), true, marks));
        var reply = Reply.of("ranking/appeal-filed", told.appeal()).undoable(Long.toString(appeal.id()));
        for (var manager : appeals.deciders()) {
            reply = reply.telling(new MemberNote(manager, "ranking/appeal-told", told));
        }
        return reply;
    }

    /** @param number of the appeal, as typed; empty when there is only one */
    Reply withdraw(CommandCall call, String number) {
        var own = Appeals.speaksFor(call.member())
                .orElseThrow(() -> UserMistake.of("ranking/appeal-not-allowed", Map.of()));
        var open = appeals.openOf(own);
        var wanted = NUMBER.matcher(number);
        var appeal = wanted.lookingAt()
                ? open.stream()
                        .filter(known -> known.id() == Long.parseLong(wanted.group(1)))
                        .findFirst()
                : open.stream().filter(known -> open.size() == 1).findFirst();
        return withdraw(
                call,
                appeal.orElseThrow(() -> UserMistake.of(
                        "ranking/appeal-which",
                        new AppealViews.Listed(
                                false,
                                own.name(),
                                open.stream().map(appeals::item).toList(),
                                open.size(),
                                null,
                                null))));
    }

    private Reply withdraw(CommandCall call, Appeal appeal) {
        appeals.end(appeal, State.WITHDRAWN, null, call.at(), "");
        var reply = Reply.of("ranking/appeal-withdrawn", appeals.item(appeal));
        for (var manager : appeals.deciders()) {
            reply = reply.telling(new MemberNote(manager, "ranking/appeal-withdrawn-told", appeals.item(appeal)));
        }
        return reply;
    }

    /** Takes back what was filed a moment ago. */
    Reply undo(CommandCall call, String id) {
        return withdraw(call, appeals.byId(Long.parseLong(id)).orElseThrow());
    }
}
