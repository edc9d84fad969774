package ecobot.audit;

import java.util.List;

/**
 * What a room can tell an operator about its own health. Every bean of this type adds its lines to {@code /诊断}; beans that belong first carry
 * a lower {@code @Order}. It lies beside {@link Alarms} so that the rooms below {@code chat} may contribute too.
 */
public interface Diagnosis {

    /** The findings now, in the order in which they are shown. Reads only, and calls no other system. */
    List<Finding> findings();

    /**
     * One line.
     *
     * @param template its words: a fragment {@code templates/<room>/_<name>.md} of one line, without heading
     * @param view what the template may read
     */
    record Finding(State state, String template, Object view) {

        public static Finding ok(String template, Object view) {
            return new Finding(State.OK, template, view);
        }

        public static Finding warn(String template, Object view) {
            return new Finding(State.WARN, template, view);
        }

        public static Finding bad(String template, Object view) {
            return new Finding(State.BAD, template, view);
        }
    }

    /** How it stands: all right, look at it, mend it. */
    enum State {
        OK,
        WARN,
        BAD
    }
}
