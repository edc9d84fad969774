package ecobot.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calculates what the exported workbook's formulas are made of, in binary fractions as spreadsheets do. */
final class Formula {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\$?[A-Z]+\\$?\\d+|[A-Z]+\\(|\\d+(?:\\.\\d+)?|\"[^\"]*\"|[-+*/(),=<>])");

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Object> cells;
    private int at;

    private Formula(String formula, Map<String, Object> cells) {
        Matcher matcher = TOKEN.matcher(formula);
        int end = 0;
        while (end < formula.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (end != formula.length()) {
            throw new IllegalArgumentException("cannot read " + formula.substring(end));
        }
        this.cells = cells;
    }

    /** @param cells by address; an empty one counts as 0 */
    static Object value(String formula, Map<String, Object> cells) {
        var reading = new Formula(formula, cells);
        var value = reading.comparison();
        if (reading.at != reading.tokens.size()) {
            throw new IllegalArgumentException("left over in " + formula);
        }
        return value;
    }

    private Object comparison() {
        var left = sum();
        return switch (peek()) {
            case "=" -> next() && left.equals(sum());
            case "<" -> next() && number(left) < number(sum());
            case ">" -> next() && number(left) > number(sum());
            default -> left;
        };
    }

    private Object sum() {
        var value = product();
        while (peek().equals("+") || peek().equals("-")) {
            int sign = peek().equals("+") ? 1 : -1;
            next();
            value = number(value) + sign * number(product());
        }
        return value;
    }

    private Object product() {
        var value = operand();
        while (peek().equals("*") || peek().equals("/")) {
            boolean times = peek().equals("*");
            next();
            double other = number(operand());
            value = times ? number(value) * other : number(value) / other;
        }
        return value;
    }

    private Object operand() {
        var token = peek();
        next();
        if (token.equals("(")) {
            var value = comparison();
            next();
            return value;
        } else if (token.endsWith("(")) {
            return call(token.substring(0, token.length() - 1));
        } else if (token.startsWith("\"")) {
            return token.substring(1, token.length() - 1);
        }
        return Character.isDigit(token.charAt(0))
                ? Double.parseDouble(token)
                : cells.getOrDefault(token.replace("$", ""), 0.0);
    }

    /** All arguments are worked out, the branch that is not taken as well: a division by nothing is no failure here. */
    private Object call(String name) {
        var arguments = new ArrayList<>();
        do {
            arguments.add(comparison());
        } while (next(","));
        return switch (name) {
            case "IF" -> (boolean) arguments.get(0) ? arguments.get(1) : arguments.get(2);
            case "MAX" -> Math.max(number(arguments.get(0)), number(arguments.get(1)));
            case "MIN" -> Math.min(number(arguments.get(0)), number(arguments.get(1)));
            case "ABS" -> Math.abs(number(arguments.get(0)));
            case "ROUND" -> round(number(arguments.get(0)), (int) number(arguments.get(1)));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double number(Object value) {
        return value instanceof Double number ? number : Double.NaN;
    }

    private static double round(double value, int digits) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(digits, RoundingMode.HALF_UP)
                        .doubleValue()
                : value;
    }

    private boolean next(String separator) {
        boolean more = peek().equals(separator);
        next();
        return more;
    }

    private boolean next() {
        at++;
        return true;
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }
}
