package ecobot.ranking;

/**
 * How managers are told whom to call: {@code templates/ranking/brief-words.yml}.
 *
 * @param call how many units to call at most
 * @param fall by so many places or more a fall of rank is a reason
 * @param named how many units are named in a list
 * @param rows with more units than this the table itself is left to the groups
 */
record BriefWords(
        String code,
        String rank,
        String small,
        String overdue,
        String fell,
        String partJoin,
        String step,
        String codeStep,
        String none,
        String unitJoin,
        String more,
        int call,
        int fall,
        int named,
        int rows) {
    static final String FILE = "ranking/brief-words";
}
