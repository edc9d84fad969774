package ecobot.console;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an address of a material says: which material, and for whom it was made. As text {@code 12-g3-<signature>}; the signature covers all before it.
 *
 * @param forGroup whether it was made for a group; otherwise for one person
 * @param receiver id of the group or the member
 */
record PageToken(long material, boolean forGroup, long receiver) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-([gp])(\\d{1,18})-([A-Za-z0-9_-]{22})");

    String signedBy(PageKey key) {
        return plain() + "-" + key.sign(plain());
    }

    /** Empty when it is none of ours. */
    static Optional<PageToken> of(String text, PageKey key) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var token = new PageToken(
                Long.parseLong(parts.group(1)), parts.group(2).equals("g"), Long.parseLong(parts.group(3)));
        return Optional.of(token).filter(read -> key.isSigned(read.plain(), parts.group(4)));
    }

    private String plain() {
        return material + "-" + (forGroup ? "g" : "p") + receiver;
    }
}
