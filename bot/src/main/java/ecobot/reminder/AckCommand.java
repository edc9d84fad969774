package ecobot.reminder;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.issue.DueIssues;
import ecobot.reminder.ReminderMapper.Told;
import ecobot.text.Folding;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 收到: stops the private nudges about an issue until it reaches the next rung. It stops no rung: only closing the issue does. */
@Component
class AckCommand implements Command {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern MARKED = Pattern.compile("#(\\d{1,18})");
    private static final int LISTED = 20;

    private final Reminders reminders;
    private final DueIssues issues;
    private final WorkCalendar calendar;
    private final Templates templates;

    AckCommand(Reminders reminders, DueIssues issues, WorkCalendar calendar, Templates templates) {
        this.reminders = reminders;
        this.issues = issues;
        this.calendar = calendar;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "ack";
    }

    @Override
    public Reply handle(CommandCall call) {
        var asked = asked(call);
        if (asked.isEmpty()) {
            throw UserMistake.of("reminder/nothing-told", new Nothing());
        }
        var told = reminders.told(call.member().id(), asked);
        var numbers = told.stream().map(Told::issueId).collect(Collectors.toSet());
        var others = asked.stream().filter(Predicate.not(numbers::contains)).toList();
        if (told.isEmpty()) {
            throw UserMistake.of("reminder/not-told", Others.of(others));
        }
        var open = Set.copyOf(issues.openAmong(numbers));
        var today = call.at().atZone(Zone.SHANGHAI).toLocalDate();
        told.forEach(row -> reminders.acknowledge(row, call.at()));
        var items = told.stream()
                .map(row -> new Item(row.issueId(), !open.contains(row.issueId()), until(row, today)))
                .toList();
        return Reply.of(
                "reminder/acknowledged",
                new Done(
                        items.size(),
                        items.get(0).number(),
                        items.size() == 1,
                        items.stream().limit(LISTED).toList(),
                        items.size() - Math.min(items.size(), LISTED),
                        Others.of(others)));
    }

    private List<Long> asked(CommandCall call) {
        var typed = numbers(NUMBER, 0, call.folded());
        var quoted = call.message().quoted();
        if (!typed.isEmpty() || quoted == null) {
            return typed.isEmpty() ? reminders.lastTold(call.member().id()) : typed;
        }
        var marked = numbers(MARKED, 1, Folding.fold(quoted.text()));
        return marked.isEmpty() ? reminders.lastTold(call.member().id()) : marked;
    }

    private static List<Long> numbers(Pattern pattern, int group, String folded) {
        return pattern.matcher(folded)
                .results()
                .map(found -> Long.valueOf(found.group(group)))
                .distinct()
                .toList();
    }

    /** The morning on which the next rung is reached; null when there is none. */
    private @Nullable LocalDate until(Told told, LocalDate today) {
        var next = templates.words("reminder/ladder", Ladder.class).rungAbove(told.rung());
        if (next.isEmpty()) {
            return null;
        }
        var day = calendar.plusWorkingDays(told.dueOn(), next.getAsInt());
        return day.isAfter(today) ? day : calendar.plusWorkingDays(today, 1);
    }

    /**
     * What was acknowledged.
     *
     * @param number the first number
     * @param more how many are not listed
     */
    record Done(int count, long number, boolean one, List<Item> items, int more, Others others) {}

    /** @param until null when no rung is left */
    record Item(long number, boolean closed, @Nullable LocalDate until) {}

    /** Numbers of which the person was not told. */
    record Others(int count, long number, boolean one) {
        static Others of(List<Long> numbers) {
            return new Others(numbers.size(), numbers.isEmpty() ? 0 : numbers.get(0), numbers.size() == 1);
        }
    }

    /** Nothing to say about it. */
    record Nothing() {}
}
