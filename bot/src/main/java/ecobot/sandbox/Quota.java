package ecobot.sandbox;

import ecobot.calendar.Zone;
import java.time.Clock;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;

/**
 * The two monthly counters of the organisation, all apps together. They count always; what a used-up month does is a switch, since the platform
 * itself grants days of grace. Months are those of Shanghai by the application's clock.
 */
final class Quota {

    private final Journal journal;
    private final Clock clock;
    private final Map<Meter, Integer> used = new EnumMap<>(Meter.class);
    private YearMonth month;

    Quota(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        this.month = now();
    }

    /** What is counted, with the standard edition's limit for a month. */
    enum Meter {
        OPEN_API(5_000),
        WEBHOOK_AND_STREAM(3_000);

        final int limit;

        Meter(int limit) {
            this.limit = limit;
        }
    }

    synchronized int used(Meter meter) {
        turnPage();
        return used.getOrDefault(meter, 0);
    }

    boolean isUsedUp(Meter meter) {
        return used(meter) >= meter.limit;
    }

    void count(Meter meter) {
        synchronized (this) {
            set(meter, used(meter) + 1);
        }
    }

    synchronized void set(Meter meter, int value) {
        turnPage();
        used.put(meter, value);
        journal.append(new Entry.Metered(clock.instant(), meter.name(), month.toString(), value));
    }

    /** Takes a reading from the journal. */
    synchronized void add(Entry.Metered reading) {
        turnPage();
        if (reading.month().equals(month.toString())) {
            used.put(Meter.valueOf(reading.meter()), reading.used());
        }
    }

    synchronized YearMonth month() {
        turnPage();
        return month;
    }

    private void turnPage() {
        var now = now();
        if (!now.equals(month)) {
            month = now;
            used.clear();
        }
    }

    private YearMonth now() {
        return YearMonth.from(clock.instant().atZone(Zone.SHANGHAI));
    }
}
