package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Reply.CardFace;
import ecobot.chat.Reply.GroupNote;
import ecobot.chat.Reply.MemberNote;
import ecobot.issue.IssueViews.Reason;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores reports that are complete, and tells everybody who has to know: the reporter, the unit's liaisons, the unit's group. */
@Component
public class Filing {

    private final Issues issues;
    private final Roster roster;
    private final IssueViews views;
    private final IssueWords words;
    private final IssueCards cards;
    private final Readers readers;

    Filing(Issues issues, Roster roster, IssueViews views, IssueWords words, IssueCards cards, Readers readers) {
        this.issues = issues;
        this.roster = roster;
        this.views = views;
        this.words = words;
        this.cards = cards;
        this.readers = readers;
    }

    /**
     * Files one report.
     *
     * @param advice one line that may help with a problem like this; empty for none
     */
    public Reply one(CommandCall call, NewIssue report, String advice) {
        var issue = issues.report(report);
        var told = told(call, issue.unitId());
        var all = roster.membersOf(issue.unitId(), Role.LIAISON);
        var view = new Filed(
                views.whole(issue, List.of(), call.at()),
                views.line(issue, call.at()).acceptBy(),
                report.photos().size(),
                told.names(words.listSeparator()),
                all.stream().anyMatch(liaison -> liaison.id() == call.member().id()),
                all.isEmpty(),
                advice);
        return told.by(
                        Reply.of("issue/reported", view),
                        assigned(call, List.of(issue)),
                        group -> cards.of(issue, group))
                .undoable(Long.toString(issue.number()));
    }

    /** Files the rows of a table, all in one answer; each unit hears of its own. */
    public Reply many(CommandCall call, List<NewIssue> reports) {
        var filed = reports.stream().map(issues::report).toList();
        var lines = filed.stream().map(issue -> views.line(issue, call.at())).toList();
        var byUnit =
                filed.stream().collect(Collectors.groupingBy(Issue::unitId, LinkedHashMap::new, Collectors.toList()));
        var names = byUnit.keySet().stream()
                .map(unitId -> told(call, unitId).names(words.listSeparator()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(words.listSeparator()));
        var reply = Reply.of("issue/reported-rows", new FiledRows(filed.size(), lines, reasons(filed), names));
        for (var entry : byUnit.entrySet()) {
            reply = told(call, entry.getKey()).by(reply, "issue/assigned", assigned(call, entry.getValue()));
        }
        return reply.undoable(
                filed.stream().map(issue -> Long.toString(issue.number())).collect(Collectors.joining(",")));
    }

    /**
     * Takes back what {@link #one} or {@link #many} filed, and tells those who were told of it.
     *
     * @param token of the answer
     */
    public Reply withdraw(CommandCall call, String token) {
        var withdrawn = Arrays.stream(token.split(","))
                .map(Long::valueOf)
                .map(number -> issues.move(number, Step.of(Move.WITHDRAW, call.member(), call.inboxId(), call.at()))
                        .after())
                .toList();
        var numbers =
                withdrawn.stream().map(issue -> new Number(issue.number())).toList();
        var view = new Withdrawn(numbers, call.member().name());
        var reply = Reply.of("issue/withdrawn", view);
        for (var unitId : withdrawn.stream().map(Issue::unitId).distinct().toList()) {
            var own = withdrawn.stream()
                    .filter(issue -> issue.unitId() == unitId)
                    .map(issue -> new Number(issue.number()))
                    .toList();
            reply = told(call, unitId)
                    .by(
                            reply,
                            "issue/withdrawn-note",
                            new Withdrawn(own, call.member().name()));
        }
        return reply;
    }

    private Assigned assigned(CommandCall call, List<Issue> filed) {
        var first = filed.get(0);
        return new Assigned(
                filed.size() == 1,
                first.number(),
                filed.size(),
                views.unit(first.unitId()),
                call.member().name(),
                filed.stream().map(issue -> views.line(issue, call.at())).toList());
    }

    private List<Reason> reasons(List<Issue> filed) {
        return filed.stream()
                .flatMap(issue -> views.reasons(issue.deadline()).stream())
                .distinct()
                .toList();
    }

    private Told told(CommandCall call, long unitId) {
        var liaisons = roster.membersOf(unitId, Role.LIAISON).stream()
                .filter(member -> member.id() != call.member().id())
                .toList();
        var here = call.group();
        var groups = roster.groupsOf(unitId).stream()
                .filter(group -> group.unitIds().size() == 1)
                .filter(group -> here == null || group.id() != here.id())
                .toList();
        return new Told(call, readers, liaisons, groups);
    }

    /** Who hears of an issue beside the reporter. */
    private record Told(CommandCall call, Readers readers, List<Member> liaisons, List<Group> groups) {

        String names(String separator) {
            return Stream.concat(
                            liaisons.stream().map(Member::name), groups.stream().map(Group::title))
                    .collect(Collectors.joining(separator));
        }

        Reply by(Reply reply, Assigned view, Function<Group, @Nullable CardFace> face) {
            return by(reply, "issue/assigned", view, face);
        }

        Reply by(Reply reply, String template, Object view) {
            return by(reply, template, view, group -> null);
        }

        private Reply by(Reply reply, String template, Object view, Function<Group, @Nullable CardFace> face) {
            var telling = reply;
            for (var liaison : liaisons) {
                telling = readers.tell(telling, new MemberNote(liaison, template, view), call, List.of());
            }
            for (var group : groups) {
                telling = telling.telling(new GroupNote(group, template, view, liaisons, face.apply(group)));
            }
            return telling;
        }
    }

    /**
     * What the reporter reads.
     *
     * @param acceptBy by when the unit has to sign for it, where a rule says so
     * @param told names of who was told; empty for nobody
     * @param answering whether the reporter is a liaison of the unit himself
     * @param nobody whether the unit has no liaison
     * @param advice one line; empty for none
     */
    record Filed(
            IssueViews.Whole issue,
            List<IssueViews.At> acceptBy,
            int photos,
            String told,
            boolean answering,
            boolean nobody,
            String advice) {}

    record FiledRows(int count, List<IssueViews.Line> issues, List<Reason> reasons, String told) {}

    /** @param single whether it is one issue, whose number makes the title */
    record Assigned(
            boolean single, long number, int count, String unit, String reporter, List<IssueViews.Line> issues) {}

    record Withdrawn(List<Number> numbers, String reporter) {}

    record Number(long number) {}
}
