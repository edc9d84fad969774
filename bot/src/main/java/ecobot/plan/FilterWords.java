package ecobot.plan;

import java.util.List;

/**
 * Words that may stand around the units of a subscription: {@code templates/plan/filter-words.yml}, folded.
 *
 * @param only words that say "only", left out
 * @param separator between units, for showing them
 */
record FilterWords(List<String> only, String separator) {}
