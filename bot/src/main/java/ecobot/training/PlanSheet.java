package ecobot.training;

import java.time.Year;
import java.util.List;

/**
 * A year's plan as a workbook has it.
 *
 * @param from where the year is from
 * @param bad cells that cannot be taken; with one, nothing is
 * @param strangers lecturers who are no members
 */
record PlanSheet(Year year, PlanWords.From from, List<Outline> sessions, List<BadCell> bad, List<String> strangers) {

    PlanSheet {
        sessions = List.copyOf(sessions);
        bad = List.copyOf(bad);
        strangers = List.copyOf(strangers);
    }

    boolean isGood() {
        return bad.isEmpty();
    }

    /** A cell, as the workbook's window shows its address, and what is wrong with it. */
    record BadCell(String address, String why) {}
}
