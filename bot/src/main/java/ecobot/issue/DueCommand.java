package ecobot.issue;

import ecobot.calendar.Zone;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.text.Text;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 期限: open issues by date, the overdue first; or one issue's date and the reason for it. */
@Component
class DueCommand implements Command {

    private static final int SHOWN = 12;

    private final Issues issues;
    private final IssueViews views;
    private final UnitFinder units;
    private final MoveRefusals refusals;
    private final DueWords words;

    DueCommand(Issues issues, IssueViews views, UnitFinder units, MoveRefusals refusals, Templates templates) {
        this.issues = issues;
        this.views = views;
        this.units = units;
        this.refusals = refusals;
        this.words = templates.words("issue/due-words", DueWords.class);
    }

    @Override
    public String name() {
        return "due";
    }

    @Override
    public boolean isMeantBy(String folded) {
        return words.says(folded, words.meant());
    }

    @Override
    public Reply handle(CommandCall call) {
        var asked = words.without(call.folded(), words.number()).strip();
        if (!asked.isEmpty() && asked.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return one(call, Numbers.in(asked).get(0));
        }
        boolean overdue = words.says(call.folded(), words.overdue());
        boolean week = words.says(call.folded(), words.week());
        boolean today = words.says(call.folded(), words.today());
        var unitWords = words.without(call.folded(), words.all()).strip();
        var scope = unitWords.isEmpty() ? Scope.of(call) : only(call, unitWords);
        var filter = overdue
                ? scope.filter().dueBefore(call.at())
                : week ? week(scope.filter(), call.at()) : today ? today(scope.filter(), call.at()) : scope.filter();
        return Reply.of("issue/due", list(scope, filter, call.at(), overdue, week, today));
    }

    private Reply one(CommandCall call, long number) {
        var issue = issues.byNumber(number)
                .filter(found -> found.reporterId() == call.member().id()
                        || Scope.of(call).covers(found.unitId()))
                .orElseThrow(() -> refusals.unknownNumber(number));
        return Reply.of("issue/due-one", views.whole(issue, List.of(), call.at()));
    }

    private Scope only(CommandCall call, String unitWords) {
        var unit = units.only(unitWords, unitWords)
                .orElseThrow(() -> UserMistake.of("issue/due-unclear", new Unclear(call.arguments())));
        if (!Scope.of(call).covers(unit.id())) {
            throw UserMistake.of("issue/due-not-yours", new NotYours(unit.name()));
        }
        return new Scope(List.of(unit.id()));
    }

    private Due list(Scope scope, IssueFilter filter, Instant now, boolean overdue, boolean week, boolean today) {
        var lines = issues.open(filter, SHOWN).stream()
                .map(issue -> views.line(issue, now))
                .toList();
        int count = issues.countOpen(filter);
        return new Due(
                scopeName(scope),
                overdue,
                week,
                today,
                !overdue && !week && !today,
                count,
                overdue ? count : issues.countOpen(overdueIn(filter, now)),
                !scope.isOneUnit(),
                lines,
                Math.max(0, count - lines.size()));
    }

    private static IssueFilter overdueIn(IssueFilter filter, Instant now) {
        var before = filter.dueBefore();
        return filter.dueBefore(before == null || now.isBefore(before) ? now : before);
    }

    private String scopeName(Scope scope) {
        var unitIds = scope.unitIds();
        if (unitIds == null) {
            return words.everything();
        }
        return unitIds.size() == 1
                ? views.unit(unitIds.get(0))
                : words.several().replace("{n}", Integer.toString(unitIds.size()));
    }

    private static IssueFilter week(IssueFilter filter, Instant now) {
        var monday = today(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return filter.dueFrom(startOf(monday)).dueBefore(startOf(monday.plusWeeks(1)));
    }

    private static IssueFilter today(IssueFilter filter, Instant now) {
        return filter.dueFrom(startOf(today(now))).dueBefore(startOf(today(now).plusDays(1)));
    }

    private static LocalDate today(Instant now) {
        return now.atZone(Zone.SHANGHAI).toLocalDate();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Zone.SHANGHAI).toInstant();
    }

    /**
     * What can be asked for: {@code templates/issue/due-words.yml}.
     *
     * @param number words around a number
     * @param meant words that speak of dates where no command was typed
     * @param everything name of the scope of all units
     * @param several name of the scope of several units, with {@code {n}}
     */
    record DueWords(
            List<String> overdue,
            List<String> week,
            List<String> today,
            List<String> filler,
            List<String> number,
            List<String> meant,
            String everything,
            String several) {

        boolean says(String folded, List<String> any) {
            return any.stream().anyMatch(folded::contains);
        }

        List<String> all() {
            return List.of(overdue, week, today, filler).stream()
                    .flatMap(List::stream)
                    .collect(Collectors.toList());
        }

        String without(String folded, List<String> parts) {
            return Text.blankAll(folded, parts);
        }
    }

    /**
     * A list of open issues.
     *
     * @param everything whether neither of the other restrictions applies
     * @param overdueCount how many of them are overdue
     * @param units whether the units' names tell something
     * @param more how many are not shown
     */
    record Due(
            String scope,
            boolean overdueOnly,
            boolean week,
            boolean today,
            boolean everything,
            int count,
            int overdueCount,
            boolean units,
            List<IssueViews.Line> issues,
            int more) {}

    record Unclear(String typed) {}

    record NotYours(String unit) {}
}
