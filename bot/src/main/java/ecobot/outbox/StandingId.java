package ecobot.outbox;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of somebody's own todo or calendar entry: the same for as long as it stands, and it says what of whom it is.
 *
 * @param about what it is of: {@code issue}, {@code training}
 * @param number of the issue or session
 */
public record StandingId(String about, long number, String staffId) {

    private static final Pattern TEXT = Pattern.compile("ecobot-([a-z]+)-(\\d+)-(.+)");

    /** What {@link #target} was made of; empty when it is of something else. */
    public static Optional<StandingId> of(String about, String standingId) {
        var text = TEXT.matcher(standingId);
        return text.matches() && text.group(1).equals(about)
                ? Optional.of(new StandingId(about, Long.parseLong(text.group(2)), text.group(3)))
                : Optional.empty();
    }

    public Outgoing.StandingTarget target() {
        return new Outgoing.StandingTarget("ecobot-" + about + "-" + number + "-" + staffId);
    }
}
