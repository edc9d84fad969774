package ecobot.report;

import ecobot.issue.UnitFinder;
import ecobot.roster.Unit;
import java.util.List;

/**
 * What was typed for a unit that there is not.
 *
 * @param typed empty when nothing was
 * @param near the one that it sounds or looks like; empty when none does, or several do
 */
record UnknownUnit(String typed, String near) {

    static UnknownUnit of(String typed, UnitFinder units) {
        var near = typed.isEmpty() ? List.<Unit>of() : units.near(typed);
        return new UnknownUnit(typed, near.size() == 1 ? near.get(0).name() : "");
    }
}
