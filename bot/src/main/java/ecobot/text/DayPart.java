package ecobot.text;

import java.time.LocalTime;
import java.util.Optional;

/** A part of the day as people name it beside an hour, and what hour is meant then. */
public enum DayPart {
    /** 上午, or no part at all: the hour as it is. */
    PLAIN,
    /** 凌晨: the day has just begun. */
    DAWN,
    /** 中午: from eleven until three. */
    NOON,
    /** 下午. */
    AFTERNOON,
    /** 晚上: until the end of the day. The hours after that are those of the next day, hence nobody knows which day is meant. */
    NIGHT,
    /** 夜里, 半夜: likewise, and five or six is the morning. */
    LATE_NIGHT;

    private static final int NOON_HOUR = 12;
    private static final int LAST_HOUR_AT_NOON = 3;
    private static final int FIRST_HOUR_AT_NIGHT = 5;
    private static final int FIRST_HOUR_LATE_AT_NIGHT = 7;
    private static final int MIDNIGHT = 24;
    /** Midnight at the end of a day has to stay on its day. */
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    /**
     * The time of day that is meant; 24:00 is the last minute.
     *
     * @param hour as it was said, 0 to 24
     * @return empty when there is no such time
     */
    public Optional<LocalTime> time(int hour, int minute) {
        int of24 = hourOf24(hour);
        if (of24 == MIDNIGHT && minute == 0) {
            return Optional.of(LAST_MINUTE);
        }
        boolean exists = of24 >= 0 && of24 < MIDNIGHT && minute >= 0 && minute < 60;
        return exists ? Optional.of(LocalTime.of(of24, minute)) : Optional.empty();
    }

    /** Negative when there is no such hour in this part. */
    private int hourOf24(int hour) {
        return switch (this) {
            case PLAIN -> hour;
            case DAWN -> hour == NOON_HOUR ? 0 : hour;
            case NOON -> hour > 0 && hour <= LAST_HOUR_AT_NOON ? hour + NOON_HOUR : hour;
            case AFTERNOON -> hour > 0 && hour < NOON_HOUR ? hour + NOON_HOUR : hour;
            case NIGHT -> atNight(hour, FIRST_HOUR_AT_NIGHT);
            case LATE_NIGHT -> atNight(hour, FIRST_HOUR_LATE_AT_NIGHT);
        };
    }

    private static int atNight(int hour, int first) {
        if (hour > NOON_HOUR) {
            return hour;
        }
        return hour >= first ? hour + NOON_HOUR : -1;
    }
}
