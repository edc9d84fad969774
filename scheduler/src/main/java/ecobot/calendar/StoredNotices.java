package ecobot.calendar;

import ecobot.calendar.SpecialDay.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notices as rows. */
@Component
@Transactional(noRollbackFor = FlawedNotice.class)
class StoredNotices implements CalendarNotices {

    private final NoticeMapper notices;
    private final CalendarMapper calendar;
    private final NoticeCalendar memory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredNotices(
            NoticeMapper notices,
            CalendarMapper calendar,
            NoticeCalendar memory,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notices = notices;
        this.calendar = calendar;
        this.memory = memory;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return calendar.years();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Stored> of(int year) {
        return Optional.ofNullable(notices.year(year))
                .map(row -> new Stored(row.year(), row.notice(), row.fileHash(), notices.daysOf(year)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<SpecialDay> from(LocalDate from, int limit) {
        return notices.from(from, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SpecialDay> on(LocalDate day) {
        return Optional.ofNullable(notices.on(day));
    }

    @Override
    @Transactional(readOnly = true)
    public long version() {
        return notices.version();
    }

    @Override
    @Transactional(readOnly = true)
    public WorkCalendar now() {
        return calendarOf(calendar.years(), day -> true, List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public WorkCalendar with(YearNotice notice) {
        var years = new ArrayList<>(calendar.years());
        years.add(notice.year());
        var gone = notices.daysOf(notice.year()).stream().map(SpecialDay::day).toList();
        return calendarOf(years, day -> !gone.contains(day), notice.days());
    }

    @Override
    @Transactional(readOnly = true)
    public WorkCalendar with(LocalDate day, @Nullable Kind kind) {
        var changed = kind == null ? List.<SpecialDay>of() : List.of(new SpecialDay(day, kind, ""));
        return calendarOf(calendar.years(), stored -> !stored.equals(day), changed);
    }

    @Override
    public void replace(YearNotice notice, @Nullable String fileHash) {
        notices.count();
        notices.putYear(notice.year(), notice.title(), fileHash, clock.instant());
        notices.forgetDays(notice.year());
        notices.putDays(notice.year(), notice.days());
        announce();
    }

    @Override
    public void set(SpecialDay day) {
        day.check();
        notices.count();
        notices.putDay(day.day().getYear(), day);
        announce();
    }

    @Override
    public void unset(LocalDate day) {
        notices.count();
        notices.forgetDay(day);
        announce();
    }

    /** What is added is asked first, so it wins over a day of the neighbouring year's notice. */
    private WorkCalendar calendarOf(List<Integer> years, Predicate<LocalDate> stays, List<SpecialDay> added) {
        var addedDays = added.stream().map(SpecialDay::day).toList();
        Predicate<LocalDate> kept = stays.and(day -> !addedDays.contains(day));
        var off = new ArrayList<>(
                calendar.days(Kind.OFF.name()).stream().filter(kept).toList());
        var work = new ArrayList<>(
                calendar.days(Kind.WORK.name()).stream().filter(kept).toList());
        added.forEach(day -> (day.kind() == Kind.OFF ? off : work).add(day.day()));
        return new Notices(years, off, work);
    }

    /** Several changes in one transaction are announced once. */
    private void announce() {
        long version = notices.version();
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Announcement.class::isInstance)
                .map(Announcement.class::cast)
                .findFirst()
                .orElseGet(this::newAnnouncement)
                .version = version;
    }

    private Announcement newAnnouncement() {
        var announcement = new Announcement();
        TransactionSynchronizationManager.registerSynchronization(announcement);
        return announcement;
    }

    private final class Announcement implements TransactionSynchronization {
        private long version;

        @Override
        public void afterCommit() {
            memory.reload();
            events.publishEvent(new CalendarChanged(version));
        }
    }
}
