package ecobot.training;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a table would make of the plan. A row is the session of the same topic in the same month; what is left of a topic is matched in order, so that a
 * session that moves stays the same one. What the table does not have stays as it is, and what was cancelled stays cancelled.
 *
 * @param same how many rows are in the plan as they are
 * @param cancelled rows of sessions that were cancelled
 * @param untouched how many sessions of the year are not in the table
 */
record PlanDiff(List<Outline> added, List<Change> changed, int same, List<Session> cancelled, int untouched) {

    static PlanDiff between(List<Session> plan, List<Outline> table) {
        var left = new LinkedHashMap<String, List<Session>>();
        plan.forEach(session -> left.computeIfAbsent(key(session.topic()), key -> new ArrayList<>())
                .add(session));
        var matched = new LinkedHashMap<Outline, Session>();
        for (var row : table) {
            take(left, row, row.when().month()).ifPresent(session -> matched.put(row, session));
        }
        var added = new ArrayList<Outline>();
        for (var row : table) {
            if (!matched.containsKey(row)) {
                take(left, row, null).ifPresentOrElse(session -> matched.put(row, session), () -> added.add(row));
            }
        }
        return of(added, matched, left);
    }

    private static PlanDiff of(List<Outline> added, Map<Outline, Session> matched, Map<String, List<Session>> left) {
        var changed = new ArrayList<Change>();
        var cancelled = new ArrayList<Session>();
        int same = 0;
        for (var match : matched.entrySet()) {
            var session = match.getValue();
            if (!session.isPlanned()) {
                cancelled.add(session);
            } else if (session.outline().equals(match.getKey())) {
                same++;
            } else {
                changed.add(new Change(session, match.getKey()));
            }
        }
        int untouched = (int) left.values().stream()
                .flatMap(List::stream)
                .filter(Session::isPlanned)
                .count();
        return new PlanDiff(added, changed, same, cancelled, untouched);
    }

    /** The session of the row's topic: one as it is in the row, else one of that month; of any month when {@code month} is null. */
    private static Optional<Session> take(
            Map<String, List<Session>> left, Outline row, @org.jspecify.annotations.Nullable YearMonth month) {
        var candidates = left.getOrDefault(key(row.topic()), List.of());
        var found = candidates.stream()
                .filter(session -> session.outline().equals(row))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(session ->
                                month == null || session.when().month().equals(month))
                        .findFirst());
        found.ifPresent(candidates::remove);
        return found;
    }

    private static String key(String topic) {
        return PlanWords.plain(topic);
    }

    boolean isNothing() {
        return added.isEmpty() && changed.isEmpty();
    }

    /** A session and what the table says of it. */
    record Change(Session session, Outline after) {}
}
