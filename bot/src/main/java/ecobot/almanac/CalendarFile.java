package ecobot.almanac;

import ecobot.almanac.NoticeReader.Read;
import ecobot.audit.Alarms;
import ecobot.calendar.CalendarNotices;
import ecobot.calendar.YearNotice;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the notices of the file that {@code ecobot.calendar.file} names, at start: a notice as it was published, or lines of a table of one
 * or several years. The same file is not loaded twice, so what was edited since stays. A file that cannot be read changes nothing and raises an alarm.
 */
@Component
@Order(5)
class CalendarFile implements ApplicationRunner {

    static final String ALARM = "calendar-file";

    private static final Logger log = LoggerFactory.getLogger(CalendarFile.class);

    private final NoticeReader reader;
    private final CalendarNotices notices;
    private final Alarms alarms;
    private final TransactionTemplate transaction;
    private final ResourceLoader resources;
    private final String location;

    CalendarFile(
            NoticeReader reader,
            CalendarNotices notices,
            Alarms alarms,
            TransactionTemplate transaction,
            ResourceLoader resources,
            @Value("${ecobot.calendar.file:}") String location) {
        this.reader = reader;
        this.notices = notices;
        this.alarms = alarms;
        this.transaction = transaction;
        this.resources = resources;
        this.location = location;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!location.isBlank()) {
            read();
        }
    }

    private void read() {
        try {
            var bytes = resources.getResource(location).getContentAsByteArray();
            load(FileText.of(bytes), hash(bytes));
            alarms.clear(ALARM);
        } catch (UnreadableNotice e) {
            log.error("{} is not used: line {}: {}: {}", location, e.line(), e.why(), e.text());
            alarms.raise(ALARM, "line " + e.line());
        } catch (IOException e) {
            log.error("{} cannot be read", location, e);
            alarms.raise(ALARM, "cannot be read");
        }
    }

    /** All of its years or none. */
    void load(String text, String hash) {
        var years = years(text);
        transaction.executeWithoutResult(status -> years.stream()
                .filter(notice -> isNew(notice, hash))
                .forEach(notice -> {
                    notices.replace(notice, hash);
                    log.info("calendar: {} from {}", notice.year(), location);
                }));
    }

    private boolean isNew(YearNotice notice, String hash) {
        return notices.of(notice.year())
                .filter(stored -> hash.equals(stored.fileHash()))
                .isEmpty();
    }

    private List<YearNotice> years(String text) {
        return reader.yearOf(text)
                .map(year -> List.of(reader.notice(year, text)))
                .orElseGet(() -> byYear(reader.days(NoticeReader.NO_YEAR, text)));
    }

    private List<YearNotice> byYear(List<Read> days) {
        if (days.isEmpty()) {
            return List.of(reader.notice(NoticeReader.NO_YEAR, days));
        }
        var whole = days.stream()
                .map(read -> read.day().day())
                .filter(day -> day.getDayOfYear() == 1)
                .map(LocalDate::getYear)
                .collect(Collectors.toSet());
        return days.stream()
                .collect(Collectors.groupingBy(
                        read -> yearOf(read.day().day(), whole), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(year -> reader.notice(year.getKey(), year.getValue()))
                .toList();
    }

    /** The last days of December may be the beginning of the next year's notice. */
    private static int yearOf(LocalDate day, Set<Integer> whole) {
        boolean reachesBack = !whole.contains(day.getYear()) && whole.contains(day.getYear() + 1);
        return day.getYear() + (reachesBack ? 1 : 0);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
