package ecobot.training;

import java.util.List;

/**
 * The words that may follow {@code /报名} and {@code /到课}: {@code templates/training/attendance-words.yml}.
 *
 * @param leave takes a signing up back
 * @param everybody who signed up came
 * @param without those named after it did not come
 * @param missing those named before it did not come; where nobody is, those after it
 * @param fillers what may stand between names and means nothing
 */
record AttendanceWords(
        List<String> leave, List<String> everybody, List<String> without, List<String> missing, List<String> fillers) {

    static final String FILE = "training/attendance-words";
}
