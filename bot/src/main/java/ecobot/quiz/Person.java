package ecobot.quiz;

import ecobot.calendar.Zone;
import ecobot.chat.CommandCall;
import java.time.LocalDate;

/**
 * Who answers, and when.
 *
 * @param id of the member
 * @param day in Shanghai
 */
record Person(long id, LocalDate day) {

    static Person of(CommandCall call) {
        return new Person(call.member().id(), call.at().atZone(Zone.SHANGHAI).toLocalDate());
    }
}
