package ecobot.calendar;

import java.time.ZoneId;

/** The one time zone of the bureau. The host's own zone is never asked. */
public final class Zone {

    /** Asia/Shanghai: UTC+8 all year, no daylight saving time since 1992. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Zone() {}
}
