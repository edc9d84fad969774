package ecobot.reminder;

import ecobot.issue.DueIssues.Due;
import ecobot.reminder.ReminderMapper.AckRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people have acknowledged, and which of it still keeps them from being told again. */
final class Acknowledged {

    private final Ladder ladder;
    private final Map<Long, Map<Long, AckRow>> byMember = new HashMap<>();
    private final Map<Long, Due> stillDue;

    /**
     * @param rows the highest rung by person and issue
     * @param stillDue of the issues in {@code rows} those that are on a step of the ladder
     */
    Acknowledged(Ladder ladder, List<AckRow> rows, List<Due> stillDue) {
        this.ladder = ladder;
        rows.forEach(row -> byMember.computeIfAbsent(row.memberId(), any -> new HashMap<>())
                .merge(row.issueId(), row, (one, other) -> one.dueOn().isAfter(other.dueOn()) ? one : other));
        this.stillDue = stillDue.stream().collect(Collectors.toMap(Due::number, due -> due));
    }

    /** How many issues one person has acknowledged at most. */
    static int most(List<AckRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(AckRow::memberId, Collectors.counting())).values().stream()
                .mapToInt(Math::toIntExact)
                .max()
                .orElse(0);
    }

    /** The issues that this person is not told of now. */
    Set<Due> by(long memberId) {
        return byMember.getOrDefault(memberId, Map.of()).values().stream()
                .flatMap(row -> Stream.ofNullable(stillDue.get(row.issueId())).filter(due -> covers(row, due)))
                .collect(Collectors.toSet());
    }

    /** An issue that got another date, or climbed, is told anew. */
    private boolean covers(AckRow row, Due due) {
        return row.dueOn().equals(due.dueOn()) && row.rung() >= ladder.rungAt(due.band());
    }
}
