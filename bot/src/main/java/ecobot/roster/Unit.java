package ecobot.roster;

import org.jspecify.annotations.Nullable;

/**
 * 责任主体: who answers for a problem, a town, a subdistrict or a department; and the bureau itself, which is never ranked.
 *
 * @param name full name, 新丰镇
 * @param shortName as people say it, 新丰
 * @param areaId the area that it belongs to; null when none
 * @param sortOrder order in lists
 */
public record Unit(
        long id,
        String name,
        String shortName,
        Kind kind,
        @Nullable Long areaId,
        int sortOrder) {

    /** What sort of unit it is. */
    public enum Kind {
        /** 镇. */
        TOWN,
        /** 街道. */
        SUBDISTRICT,
        /** 区级部门. */
        DEPARTMENT,
        /** The ecology bureau itself. */
        BUREAU
    }

    /** Whether it stands in the league table. */
    public boolean ranked() {
        return kind == Kind.TOWN || kind == Kind.SUBDISTRICT;
    }
}
