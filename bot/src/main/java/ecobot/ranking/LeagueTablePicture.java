package ecobot.ranking;

import ecobot.picture.ChineseFont;
import ecobot.picture.IndexedPng;
import ecobot.picture.Sheet;
import ecobot.ranking.TableView.RowView;
import ecobot.ranking.TableView.Trend;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a table for a phone held upright: one column of large type. A code is told by colour, by shape and by word, so that it can be
 * read in greyscale. The same view gives the same bytes.
 */
final class LeagueTablePicture {

    private static final int WIDTH = 460;
    private static final int MARGIN = 18;
    private static final int HEADER = 96;
    private static final int HEADINGS = 36;
    private static final int ROW = 46;

    /** What the line of scores adds to a row. */
    private static final int TREND = 18;

    private static final int DIVIDER = 38;
    private static final int RULE_LINE = 19;

    /** Centre or edge of the columns. */
    private static final double RANK_X = 34;

    private static final double CHANGE_X = 60;
    private static final double LAST_WIDTH = 44;
    private static final double UNIT_X = 108;
    private static final double UNIT_WIDTH = 84;
    private static final double CODE_X = 201;
    private static final double TREND_RIGHT = 302;
    private static final double SCORE_RIGHT = 302;
    private static final double CLOSED_RIGHT = 378;
    private static final double OVERDUE_RIGHT = WIDTH - MARGIN;

    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x1B2A2F);
    private static final Color GREY = new Color(0x6B7A80);
    private static final Color FAINT = new Color(0xA9B4B8);
    private static final Color BAND = new Color(0x12504A);
    private static final Color ON_BAND = new Color(0xCFE3DF);
    private static final Color ZEBRA = new Color(0xEFF3F3);
    private static final Color LINE = new Color(0xDCE4E4);
    private static final Color TREND_INK = new Color(0x4A5B61);
    private static final Color ALARM = new Color(0xB3261E);
    private static final Color RISE = new Color(0x0E6B4A);

    private final TableView view;
    private final Sheet sheet;
    private final List<String> notes;
    private final List<String> rules;
    private final @Nullable Sparkline sparkline;
    private final int rowHeight;
    private double y;

    private LeagueTablePicture(TableView view) {
        this.view = view;
        this.notes = wrapped(view.notes());
        this.rules = wrapped(view.rules());
        this.sparkline = Sparkline.of(Stream.concat(view.ranked().stream(), view.small().stream())
                        .map(RowView::scores)
                        .toList())
                .orElse(null);
        this.rowHeight = sparkline == null ? ROW : ROW + TREND;
        int rows = view.ranked().size() + view.small().size();
        int groups = (int)
                view.ranked().stream().filter(row -> !row.group().isEmpty()).count();
        int gaps =
                (int) view.ranked().stream().filter(row -> !row.gap().isEmpty()).count();
        int height = HEADER
                + HEADINGS
                + rows * rowHeight
                + groups * DIVIDER
                + gaps * DIVIDER
                + (view.hasSmall() ? DIVIDER : 0)
                + (view.smallMore().isEmpty() ? 0 : DIVIDER)
                + 32
                + (notes.size() + rules.size()) * RULE_LINE;
        this.sheet = new Sheet(WIDTH, height, PAPER);
    }

    private static List<String> wrapped(List<String> lines) {
        return lines.stream()
                .flatMap(rule -> Sheet.lines(rule, WIDTH - 2.0 * MARGIN, ChineseFont.regular(12)).stream())
                .toList();
    }

    /**
     * A picture and the words in it.
     *
     * @param png some 66 KB for the eleven units of a district
     */
    record Drawn(byte[] png, List<String> words) {}

    static Drawn draw(TableView view) {
        var picture = new LeagueTablePicture(view);
        try (var sheet = picture.sheet) {
            picture.header();
            picture.headings();
            picture.rows(view.ranked());
            if (view.hasSmall()) {
                picture.divider(view.smallHeading());
                picture.rows(view.small());
                if (!view.smallMore().isEmpty()) {
                    picture.divider(view.smallMore());
                }
            }
            picture.rules();
            return new Drawn(IndexedPng.of(sheet.image()), sheet.words());
        }
    }

    private void header() {
        sheet.fill(new Rectangle2D.Double(0, 0, WIDTH, HEADER), BAND);
        sheet.left(view.title(), MARGIN, 42, ChineseFont.bold(25), PAPER);
        sheet.left(view.period(), MARGIN, 74, ChineseFont.regular(16), ON_BAND);
        sheet.right(view.cutOff(), WIDTH - MARGIN, 74, ChineseFont.regular(13), ON_BAND);
        if (!view.edition().isEmpty()) {
            edition(view.edition());
        }
        y = HEADER;
    }

    private void edition(String text) {
        var font = ChineseFont.bold(13);
        double width = Sheet.width(text, font) + 16;
        sheet.fill(new RoundRectangle2D.Double(WIDTH - MARGIN - width, 21, width, 24, 12, 12), PAPER);
        sheet.right(text, WIDTH - MARGIN - 8, 38, font, BAND);
    }

    private void headings() {
        var font = ChineseFont.regular(13);
        double base = y + 24;
        sheet.left(view.columns().rank(), MARGIN, base, font, GREY);
        sheet.left(view.columns().unit(), UNIT_X, base, font, GREY);
        sheet.left(view.columns().code(), CODE_X, base, font, GREY);
        sheet.right(view.columns().score(), SCORE_RIGHT, base, font, GREY);
        sheet.right(view.columns().closed(), CLOSED_RIGHT, base, font, GREY);
        sheet.right(view.columns().overdue(), OVERDUE_RIGHT, base, font, GREY);
        y += HEADINGS;
        sheet.fill(new Rectangle2D.Double(MARGIN, y - 1, WIDTH - 2.0 * MARGIN, 1), LINE);
    }

    private void rows(List<RowView> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).gap().isEmpty()) {
                divider(rows.get(i).gap());
            }
            if (!rows.get(i).group().isEmpty()) {
                divider(rows.get(i).group());
            }
            if (i % 2 == 1) {
                sheet.fill(new Rectangle2D.Double(0, y, WIDTH, rowHeight), ZEBRA);
            }
            row(rows.get(i), y + 30);
            if (sparkline != null) {
                trend(sparkline, rows.get(i));
            }
            y += rowHeight;
        }
    }

    private void row(RowView row, double base) {
        var ink = row.colour() == null ? GREY : INK;
        sheet.centred(row.rank(), RANK_X, base + 1, ChineseFont.bold(row.rank().length() > 3 ? 16 : 21), ink);
        change(row, base);
        unit(row.unit(), base, ink);
        if (row.colour() != null) {
            sheet.fill(mark(row.colour(), CODE_X, base - 15, 16), colourOf(row.colour()));
            sheet.left(row.code(), CODE_X + 21, base, ChineseFont.bold(17), colourOf(row.colour()));
            if (!row.mark().isEmpty()) {
                sheet.left(row.mark(), CODE_X + 39, base - 3, ChineseFont.bold(15), INK);
            }
        }
        sheet.right(row.score(), SCORE_RIGHT, base, ChineseFont.bold(19), ink);
        sheet.right(row.closed(), CLOSED_RIGHT, base, ChineseFont.regular(16), ink);
        sheet.right(row.overdue(), OVERDUE_RIGHT, base, overdueFont(row), row.hasOverdue() ? ALARM : FAINT);
    }

    private void trend(Sparkline line, RowView row) {
        var box = new Rectangle2D.Double(UNIT_X, y + ROW - 6, TREND_RIGHT - UNIT_X, TREND - 2);
        line.parts(row.scores(), box).forEach(part -> sheet.line(part, 2, TREND_INK));
        line.end(row.scores(), box)
                .ifPresent(end -> sheet.fill(
                        new Ellipse2D.Double(end.getX() - 3, end.getY() - 3, 6, 6),
                        row.colour() == null ? TREND_INK : colourOf(row.colour())));
    }

    /** A name that would get too small on one line takes two. */
    private void unit(String name, double base, Color ink) {
        var font = ChineseFont.bold(19);
        if (Sheet.width(name, font) <= UNIT_WIDTH * 1.3) {
            sheet.fitted(name, UNIT_X, base, UNIT_WIDTH, font, ink);
        } else {
            int half = name.offsetByCodePoints(0, (name.codePointCount(0, name.length()) + 1) / 2);
            sheet.fitted(name.substring(0, half), UNIT_X, base - 9, UNIT_WIDTH, ChineseFont.bold(14), ink);
            sheet.fitted(name.substring(half), UNIT_X, base + 8, UNIT_WIDTH, ChineseFont.bold(14), ink);
        }
    }

    private static Font overdueFont(RowView row) {
        return row.hasOverdue() ? ChineseFont.bold(19) : ChineseFont.regular(16);
    }

    private void change(RowView row, double base) {
        var colour = row.trend() == Trend.UP ? RISE : row.trend() == Trend.DOWN ? ALARM : GREY;
        if (row.last().isEmpty()) {
            sheet.left(row.change(), CHANGE_X, base - 1, ChineseFont.regular(14), colour);
        } else if (row.change().isEmpty()) {
            sheet.fitted(row.last(), CHANGE_X, base - 1, LAST_WIDTH, ChineseFont.regular(11), GREY);
        } else {
            sheet.left(row.change(), CHANGE_X, base - 8, ChineseFont.bold(14), colour);
            sheet.fitted(row.last(), CHANGE_X, base + 7, LAST_WIDTH, ChineseFont.regular(11), GREY);
        }
    }

    private void divider(String heading) {
        sheet.fill(new Rectangle2D.Double(MARGIN, y, WIDTH - 2.0 * MARGIN, 1), LINE);
        sheet.left(heading, MARGIN, y + 25, ChineseFont.regular(13), GREY);
        y += DIVIDER;
    }

    private void rules() {
        sheet.fill(new Rectangle2D.Double(MARGIN, y, WIDTH - 2.0 * MARGIN, 1), LINE);
        y += 24;
        for (var line : notes) {
            sheet.left(line, MARGIN, y, ChineseFont.regular(12), INK);
            y += RULE_LINE;
        }
        for (var line : rules) {
            sheet.left(line, MARGIN, y, ChineseFont.regular(12), GREY);
            y += RULE_LINE;
        }
    }

    /** Circle, triangle, square: three outlines that no one mixes up. */
    private static Shape mark(Code code, double x, double y, double size) {
        return switch (code) {
            case GREEN -> new Ellipse2D.Double(x, y, size, size);
            case YELLOW -> triangle(x, y, size);
            case RED -> new Rectangle2D.Double(x + 1, y + 1, size - 2, size - 2);
        };
    }

    private static Shape triangle(double x, double y, double size) {
        var path = new Path2D.Double();
        path.moveTo(x + size / 2, y);
        path.lineTo(x + size, y + size);
        path.lineTo(x, y + size);
        path.closePath();
        return path;
    }

    private static Color colourOf(Code code) {
        return switch (code) {
            case GREEN -> new Color(0x1A8754);
            case YELLOW -> new Color(0xC98A00);
            case RED -> new Color(0xC0281F);
        };
    }
}
