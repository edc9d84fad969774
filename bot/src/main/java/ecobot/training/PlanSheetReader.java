package ecobot.training;

import ecobot.roster.Member;
import ecobot.text.Folding;
import ecobot.training.PlanSheet.BadCell;
import ecobot.training.PlanWords.Bad;
import ecobot.training.PlanWords.Column;
import ecobot.training.PlanWords.From;
import ecobot.workbook.Bounds;
import ecobot.workbook.Cell;
import ecobot.workbook.Row;
import ecobot.workbook.UnreadableWorkbook;
import ecobot.workbook.UnreadableWorkbook.Reason;
import ecobot.workbook.WorkbookReader;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a year's plan from a workbook: columns by their headings, a session a row; a month that is not written again is that of the row above. */
final class PlanSheetReader {

    /** As {@code templates/training/plan-words.yml} tells people. */
    private static final Bounds BOUNDS = new Bounds(2 * 1024 * 1024, 8 * 1024 * 1024, 500);

    private static final int SHOWN = 20;
    private static final int LAST_MONTH = 12;
    private static final BigDecimal MINUTES_OF_DAY = BigDecimal.valueOf(24 * 60L);

    private final PlanWords words;
    private final WhenReader whens;
    private final Drafts drafts;
    private final Function<String, Optional<Member>> members;
    private final Member by;

    /** @param by who gives the sessions that name no lecturer */
    PlanSheetReader(PlanWords words, Drafts drafts, Function<String, Optional<Member>> members, Member by) {
        this.words = words;
        this.whens = drafts.whens();
        this.drafts = drafts;
        this.members = members;
        this.by = by;
    }

    /**
     * Reads the first sheet that has headings of a plan.
     *
     * @param now the year when neither title nor file name has one
     */
    PlanSheet read(byte[] workbook, String fileName, Year now) throws UnreadableWorkbook {
        var table = new WorkbookReader(BOUNDS)
                .table(workbook, rows -> Optional.of(header(rows.get(0))).filter(PlanSheetReader::isPlan));
        return new Reading(table.header(), year(table.titles(), fileName, now)).read(table.rows());
    }

    private static boolean isPlan(Map<Column, Integer> columns) {
        return columns.containsKey(Column.TOPIC)
                && (columns.containsKey(Column.MONTH) || columns.containsKey(Column.DATE));
    }

    private Map<Column, Integer> header(Row row) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        row.cells()
                .values()
                .forEach(cell ->
                        words.column(cell.text()).ifPresent(column -> columns.putIfAbsent(column, cell.column())));
        return columns;
    }

    private record Dated(Year year, From from) {}

    private Dated year(List<Row> title, String fileName, Year now) {
        return title.stream()
                .flatMap(row -> row.cells().values().stream())
                .flatMap(cell -> yearIn(cell.text()).stream())
                .findFirst()
                .map(year -> new Dated(year, From.TITLE))
                .or(() -> yearIn(fileName).map(year -> new Dated(year, From.FILE_NAME)))
                .orElse(new Dated(now, From.NOW));
    }

    private Optional<Year> yearIn(String text) {
        var found = Pattern.compile(words.year()).matcher(Folding.fold(text));
        return found.find() ? Optional.of(Year.parse(found.group("year"))) : Optional.empty();
    }

    private final class Reading {

        private final Map<Column, Integer> columns;
        private final Dated dated;
        private final List<Outline> sessions = new ArrayList<>();
        private final List<BadCell> bad = new ArrayList<>();
        private final Set<String> strangers = new LinkedHashSet<>();
        private final Map<String, String> seen = new HashMap<>();
        private @Nullable YearMonth monthAbove;

        Reading(Map<Column, Integer> columns, Dated dated) {
            this.columns = columns;
            this.dated = dated;
        }

        PlanSheet read(List<Row> rows) throws UnreadableWorkbook {
            rows.stream().filter(this::isSession).forEach(this::row);
            if (sessions.isEmpty() && bad.isEmpty()) {
                throw new UnreadableWorkbook(Reason.NOTHING_IN_IT);
            }
            return new PlanSheet(dated.year(), dated.from(), sessions, bad, List.copyOf(strangers));
        }

        private boolean isSession(Row row) {
            var plain = row.cells().values().stream()
                    .map(Cell::text)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .map(PlanWords::plain)
                    .orElse("");
            boolean hasContent = columns.keySet().stream().anyMatch(column -> cell(row, column) != null);
            return hasContent && words.ignoredRows().stream().noneMatch(plain::startsWith);
        }

        private void row(Row row) {
            int before = bad.size();
            var when = when(row);
            var topic = text(row, Column.TOPIC, Outline.LONGEST_TOPIC);
            if (topic.isEmpty()) {
                // A month alone, written for the rows below it.
                if (columns.keySet().stream().anyMatch(column -> column != Column.MONTH && cell(row, column) != null)) {
                    bad.add(flaw(row, Column.TOPIC, Bad.NO_TOPIC, ""));
                }
                return;
            }
            var audience = text(row, Column.AUDIENCE, Outline.LONGEST_AUDIENCE);
            var place = text(row, Column.PLACE, Outline.LONGEST_PLACE);
            var seats = seats(row);
            var trainer = text(row, Column.TRAINER, Outline.LONGEST_TRAINER);
            var member = trainer.isEmpty() ? Optional.of(by) : members.apply(trainer);
            if (when == null || bad.size() > before) {
                return;
            }
            var address = address(row, Column.TOPIC);
            var twin = seen.putIfAbsent(PlanWords.plain(topic) + when, address);
            if (twin != null) {
                bad.add(flaw(row, Column.TOPIC, Bad.TWICE, twin));
                return;
            }
            if (member.isEmpty()) {
                strangers.add(trainer);
            }
            sessions.add(new Outline(
                    when,
                    topic,
                    audience,
                    drafts.units(audience),
                    member.map(Member::name).orElse(trainer),
                    member.map(Member::id).orElse(null),
                    place,
                    drafts.isOnline(place),
                    seats));
        }

        private @Nullable When when(Row row) {
            var month = cell(row, Column.MONTH);
            var date = cell(row, Column.DATE);
            var byMonth = month == null ? null : read(month);
            if (month != null) {
                monthAbove = byMonth == null ? null : byMonth.month();
            }
            var byDate = date == null ? null : read(date);
            if (byDate != null && byMonth != null && !byDate.month().equals(byMonth.month())) {
                bad.add(flaw(row, Column.DATE, Bad.OTHER_MONTH, month == null ? "" : month.address()));
                return null;
            }
            if (month != null && byMonth == null || date != null && byDate == null) {
                return null;
            }
            var when = byDate != null ? byDate : byMonth != null ? byMonth : above();
            if (when == null) {
                if (cell(row, Column.TOPIC) != null) {
                    bad.add(flaw(row, columns.containsKey(Column.DATE) ? Column.DATE : Column.MONTH, Bad.NO_TIME, ""));
                }
                return null;
            }
            return withHour(row, when);
        }

        private @Nullable When above() {
            return monthAbove == null ? null : When.in(monthAbove);
        }

        private @Nullable When withHour(Row row, When when) {
            var cell = cell(row, Column.TIME);
            if (cell == null) {
                return when;
            }
            var number = cell.number();
            var hour = number == null
                    ? whens.hour(Folding.fold(cell.text()))
                    : Optional.of(number)
                            .filter(n -> n.signum() > 0 && n.compareTo(BigDecimal.ONE) < 0)
                            .map(Reading::hour);
            if (hour.isEmpty()) {
                bad.add(flaw(row, Column.TIME, Bad.HOUR_UNCLEAR, ""));
                return null;
            } else if (when.day() == null) {
                bad.add(flaw(row, Column.TIME, Bad.HOUR_WITHOUT_DAY, ""));
                return null;
            }
            return when.at(hour.get());
        }

        /** A cell of a date or a month; null when it is none, which is noted. */
        private @Nullable When read(Cell cell) {
            var found = cell.number() == null ? whens.in(Folding.fold(cell.text()), dated.year()) : number(cell);
            var when = found.map(WhenReader.Found::when).orElse(null);
            if (when == null) {
                bad.add(flaw(cell, Bad.NO_SUCH_TIME, ""));
            } else if (when.month().getYear() != dated.year().getValue()) {
                bad.add(flaw(cell, Bad.OTHER_YEAR, dated.year().toString()));
                return null;
            }
            return when;
        }

        private Optional<WhenReader.Found> number(Cell cell) {
            var number = Objects.requireNonNull(cell.number());
            var day = cell.day();
            if (day != null) {
                var rest = number.remainder(BigDecimal.ONE);
                return Optional.of(new WhenReader.Found(When.on(day, rest.signum() == 0 ? null : hour(rest)), 0, 0));
            }
            boolean isMonth =
                    number.signum() > 0 && number.stripTrailingZeros().scale() <= 0 && number.intValue() <= LAST_MONTH;
            return isMonth
                    ? Optional.of(new WhenReader.Found(When.in(dated.year().atMonth(number.intValue())), 0, 0))
                    : Optional.empty();
        }

        private static LocalTime hour(BigDecimal ofDay) {
            long minutes = Math.round(ofDay.multiply(MINUTES_OF_DAY).doubleValue());
            return LocalTime.MIDNIGHT.plusMinutes(minutes);
        }

        private @Nullable Integer seats(Row row) {
            var cell = cell(row, Column.SEATS);
            if (cell == null) {
                return null;
            }
            var seats = drafts.seats(cell.text());
            if (!seats.understood()) {
                bad.add(flaw(cell, Bad.SEATS_UNCLEAR, ""));
            }
            return seats.number();
        }

        private String text(Row row, Column column, int longest) {
            var cell = cell(row, column);
            if (cell == null) {
                return "";
            }
            if (cell.text().length() > longest) {
                bad.add(flaw(cell, Bad.TOO_LONG, Integer.toString(longest)));
            }
            return cell.text().replaceAll("\\s+", " ");
        }

        private @Nullable Cell cell(Row row, Column column) {
            var index = columns.get(column);
            var cell = index == null ? null : row.cells().get(index);
            return cell == null || cell.kind() == Cell.Kind.NO_VALUE ? null : cell;
        }

        private String address(Row row, Column column) {
            return Cell.address(row.number(), columns.getOrDefault(column, 0));
        }

        private BadCell flaw(Row row, Column column, Bad flaw, String other) {
            var cell = cell(row, column);
            return cell == null
                    ? new BadCell(address(row, column), words.why(flaw, "", other))
                    : flaw(cell, flaw, other);
        }

        private BadCell flaw(Cell cell, Bad flaw, String other) {
            var typed = cell.text().length() > SHOWN ? cell.text().substring(0, SHOWN) + "\u2026" : cell.text();
            return new BadCell(cell.address(), words.why(flaw, typed, other));
        }
    }
}
