package ecobot.deadline;

import ecobot.calendar.WorkCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** What a way to say a deadline means. The words themselves are in {@code templates/deadline/deadlines.yml}. */
enum Means {
    /** 立行立改: today. */
    AT_ONCE {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            return Optional.of(Term.atOnce(at.today()));
        }
    },
    /** 3天内: calendar days, counted from tomorrow. */
    DAYS {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            return Optional.of(Term.days(at.today(), in.countOrAmount()));
        }
    },
    /** 5个工作日. */
    WORKING_DAYS {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            return Optional.of(Term.workingDays(at.today(), in.countOrAmount(), at.calendar()));
        }
    },
    /** 两周内: so many times seven days. */
    WEEKS {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            return Optional.of(Term.days(at.today(), 7 * in.countOrAmount()));
        }
    },
    /** 一个月内: the same day of a later month, or that month's last. */
    MONTHS {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            return until(at, at.today().plusMonths(in.countOrAmount()));
        }
    },
    /** 本周五, 下周三: weeks begin on Monday. */
    WEEKDAY {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            return until(at, monday(at, in.amount()).plusDays(in.day() - 1L));
        }
    },
    /** 周五前: the next one, today included. */
    NEAREST_WEEKDAY {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            return until(at, at.today().with(TemporalAdjusters.nextOrSame(DayOfWeek.of(in.day()))));
        }
    },
    /** 本周内: the last working day of the week that is not over, or Sunday when none is left. */
    END_OF_WEEK {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            var sunday = monday(at, in.amount()).plusDays(6);
            for (var day = sunday;
                    !day.isBefore(at.today()) && day.isAfter(sunday.minusDays(7));
                    day = day.minusDays(1)) {
                if (at.calendar().isWorkingDay(day)) {
                    return until(at, day);
                }
            }
            return until(at, sunday);
        }
    },
    /** 月底前. */
    END_OF_MONTH {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            return until(at, YearMonth.from(at.today()).plusMonths(in.amount()).atEndOfMonth());
        }
    },
    /** 12月底前. */
    END_OF_NAMED_MONTH {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            return date(() -> {
                        var end = YearMonth.of(at.today().getYear(), in.month()).atEndOfMonth();
                        return at.isLongPast(end)
                                ? YearMonth.of(at.today().getYear() + 1, in.month())
                                        .atEndOfMonth()
                                : end;
                    })
                    .flatMap(day -> until(at, day));
        }
    },
    /** 年底前. */
    END_OF_YEAR {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            return until(at, at.today().with(TemporalAdjusters.lastDayOfYear()));
        }
    },
    /** 12月5日前, 12/5, 2026-12-05. */
    DATE {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            return date(() -> in.year() > 0 ? LocalDate.of(in.year(), in.month(), in.day()) : withoutYear(in, at))
                    .flatMap(day -> until(at, day));
        }
    },
    /** 本月28号前, 下月5日: a day of this month or a later one. */
    DAY_OF_MONTH {
        @Override
        Optional<Term> term(Numbers in, Setting at) {
            return date(() -> {
                        var month = YearMonth.from(at.today()).plusMonths(in.amount());
                        return LocalDate.of(month.getYear(), month.getMonth(), in.day());
                    })
                    .flatMap(day -> until(at, day));
        }
    };

    /**
     * The deadline that is meant.
     *
     * @return empty when there is no such day
     */
    abstract Optional<Term> term(Numbers in, Setting at);

    private static LocalDate monday(Setting at, int weeksOn) {
        return at.today()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(weeksOn);
    }

    private static Optional<Term> until(Setting at, LocalDate day) {
        return Optional.of(Term.until(at.today(), day));
    }

    /** A date without a year is this year's, or next year's when this year's is long past. */
    private static LocalDate withoutYear(Numbers in, Setting at) {
        var day = MonthDay.of(in.month(), in.day());
        int year = at.today().getYear();
        if (!day.isValidYear(year)) {
            throw new DateTimeException("no such day in " + Year.of(year));
        }
        var thisYear = day.atYear(year);
        return at.isLongPast(thisYear) ? day.atYear(year + 1) : thisYear;
    }

    private static Optional<LocalDate> date(java.util.function.Supplier<LocalDate> day) {
        try {
            return Optional.of(day.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The numbers in the words; 0 where there is none.
     *
     * @param amount what the row of the table adds
     */
    record Numbers(int count, int year, int month, int day, int amount) {
        int countOrAmount() {
            return count > 0 ? count : amount;
        }
    }

    /** When the words were said. */
    record Setting(LocalDate today, WorkCalendar calendar, int nextYearWithinDays) {

        /** Whether the same day a year later is nearer to what people mean. */
        boolean isLongPast(LocalDate day) {
            return day.isBefore(today) && !day.plusYears(1).isAfter(today.plusDays(nextYearWithinDays));
        }
    }
}
