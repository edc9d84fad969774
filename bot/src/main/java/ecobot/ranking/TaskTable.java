package ecobot.ranking;

import ecobot.issue.Issue.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * A month's tasks in their one form: nothing that is zero, in the order of unit and kind, so that equal tables have equal hashes.
 *
 * @param targets what is to be done; may be empty
 */
record TaskTable(YearMonth month, List<Target> targets) {

    private static final Comparator<Target> ORDER =
            Comparator.comparingLong(Target::unitId).thenComparing(Target::kind);

    TaskTable {
        targets = targets.stream().filter(Target::isAny).sorted(ORDER).toList();
    }

    int find() {
        return sum(Target::find);
    }

    int rectify() {
        return sum(Target::rectify);
    }

    /** The tasks of one unit, in the order of kinds. */
    List<Target> of(long unitId) {
        return targets.stream().filter(target -> target.unitId() == unitId).toList();
    }

    Map<Key, Target> byKey() {
        return targets.stream().collect(Collectors.toMap(Target::key, target -> target));
    }

    /** SHA-256 of the content. */
    String hash() {
        var content = targets.stream()
                .map(target -> target.unitId() + " " + target.kind() + " " + target.find() + " " + target.rectify())
                .collect(Collectors.joining("\n", month + "\n", "\n"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int sum(ToIntFunction<Target> number) {
        return targets.stream().mapToInt(number).sum();
    }

    /** How many of one kind a unit is to find and to rectify. */
    record Target(long unitId, Kind kind, int find, int rectify) {

        boolean isAny() {
            return find > 0 || rectify > 0;
        }

        Key key() {
            return new Key(unitId, kind);
        }
    }

    /** What a target is for. */
    record Key(long unitId, Kind kind) {}
}
