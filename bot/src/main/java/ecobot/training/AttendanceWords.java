package ecobot.training;

import java.util.List;

/**
 * The words that may follow {@code /报名} and {@code /到课}: {@code templates/training/attendance-words.yml}.
 *
 * @param leave takes a signing up back
 * @param everybody who signed up came
 * @param except those named beside it did not
 * @param fillers what may stand between names and means nothing
 */
record AttendanceWords(List<String> leave, List<String> everybody, List<String> except, List<String> fillers) {

    static final String FILE = "training/attendance-words";
}
