package ecobot.reminder;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/** All that is said on one morning; the frozen snapshot of an occurrence. Its parts are what the templates read. */
record Morning(LocalDate day, List<GroupDigest> groups, List<MemberDigest> members) {

    /**
     * What a group is told.
     *
     * @param units whether it has several units, so that each line has to name its own
     * @param kinds of issue that it wants to hear of alone, written out; empty for all
     */
    record GroupDigest(long groupId, boolean units, String kinds, Section overdue, Section today, Section soon) {

        /** One that was written down before groups could choose has none. */
        GroupDigest {
            kinds = Objects.requireNonNullElse(kinds, "");
        }

        boolean isEmpty() {
            return overdue.count() + today.count() + soon.count() == 0;
        }
    }

    /**
     * Issues, the most urgent of them listed.
     *
     * @param more how many are not listed
     */
    record Section(int count, List<Entry> entries, int more) {}

    /**
     * One line.
     *
     * @param where the place and the beginning of the description
     * @param days working days overdue, or left
     * @param sameDay whether it is due on the day of the digest, and not on a day off that follows
     * @param person who answers for it; empty when nobody is known
     * @param others whether others answer for it as well
     * @param rung the private rung that it has reached; 0 when none
     */
    record Entry(
            long number,
            String unit,
            String where,
            LocalDate due,
            LocalTime dueTime,
            int days,
            boolean sameDay,
            String person,
            boolean others,
            int rung) {}

    /** As what somebody is told in private. */
    enum Reader {
        LIAISON,
        MANAGER,
        BUREAU
    }

    /**
     * What one person is told in private.
     *
     * @param acknowledged how many are left out because the person has acknowledged them on their present rung
     * @param units by unit; exactly one unless the reader is of the bureau
     * @param otherUnits how many units more there are
     * @param otherCount and how many issues they have
     * @param agenda how many of all these are for the next joint meeting
     */
    record MemberDigest(
            long memberId,
            Reader reader,
            int count,
            int acknowledged,
            List<UnitPart> units,
            int otherUnits,
            int otherCount,
            int agenda) {}

    /** The issues of one unit. */
    record UnitPart(String unit, Section issues) {}
}
