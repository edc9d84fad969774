package ecobot.outbox;

import java.time.LocalDate;
import java.util.List;

/** What the month's quota of the platform allows. Implemented by the platform's room. */
public interface Allowance {

    /** Whether so much is used of what this way costs that optional posts have to give way to answers and reminders. May be a few seconds old. */
    boolean isShort(Messenger.Channel channel);

    /** The accounts as they stand. */
    List<Account> accounts();

    /** This month's answers to reply addresses, of which the platform does not say whether it charges for them. */
    long sessionReplies();

    /**
     * One account of the month.
     *
     * @param name a stable word, such as {@code OPEN_API}
     * @param forecast what will be used at the month's end if it goes on so
     * @param shortOn the day on which optional posts stop if it goes on so; the day after the month's end when they do not
     * @param monthEnd the last day of the month
     */
    record Account(String name, long used, long allowed, long forecast, LocalDate shortOn, LocalDate monthEnd) {

        /** Per cent of what is allowed, rounded down. */
        public long percent() {
            return used * 100 / allowed;
        }

        /** Whether optional posts will have to stop before the month ends. */
        public boolean runsShort() {
            return !shortOn.isAfter(monthEnd);
        }
    }
}
