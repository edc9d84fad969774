package ecobot.delivery;

import ecobot.text.Folding;
import java.util.List;
import java.util.Map;

/**
 * {@code templates/delivery/words.yml}.
 *
 * @param resend words that send again what failed
 * @param repeat words that send again what is unknown
 * @param arrived words that settle what is unknown
 * @param open words that send to a stopped group again
 * @param unlistedGroup what a group is called that the roster does not list
 * @param unlistedPerson likewise
 * @param andMore a list of names that is cut short: {@code {names}}, {@code {n}} in all
 * @param reasons by the outbox's stable word
 * @param otherReason for a word that has no sentence; {@code {reason}} stands for it
 */
record DeliveryWords(
        List<String> resend,
        List<String> repeat,
        List<String> arrived,
        List<String> open,
        String unlistedGroup,
        String unlistedPerson,
        String andMore,
        Map<String, String> reasons,
        String otherReason) {

    boolean isResend(String folded) {
        return isOneOf(resend, folded);
    }

    boolean isRepeat(String folded) {
        return isOneOf(repeat, folded);
    }

    boolean isArrived(String folded) {
        return isOneOf(arrived, folded);
    }

    boolean isOpen(String folded) {
        return isOneOf(open, folded);
    }

    String sentence(String reason) {
        var known = reasons.get(reason);
        return known == null ? otherReason.replace("{reason}", reason) : known;
    }

    private static boolean isOneOf(List<String> words, String folded) {
        return words.stream().map(Folding::fold).anyMatch(folded::equals);
    }
}
