package ecobot.plan;

import ecobot.chat.Posts.Kind;
import ecobot.chat.UserMistake;
import ecobot.roster.Member;
import ecobot.roster.Role;
import java.util.Map;
import java.util.Set;

/** Who decides about what the bot says by itself: who decides, who publishes, who configures. */
final class Permission {

    static final Set<Role> DECIDE = Set.of(Role.MANAGER, Role.TRAINER, Role.ADMIN);

    private static final Set<Role> WHATEVER_UNIT = Set.of(Role.TRAINER, Role.ADMIN);

    private Permission() {}

    static boolean has(Member member) {
        return member.isAny(DECIDE);
    }

    /** @throws UserMistake when the member may only look */
    static void require(Member member) {
        if (!has(member)) {
            throw UserMistake.of("plan/plan-not-allowed", Map.of());
        }
    }

    /** @throws UserMistake when the post ranks units and the member leads one of them: nobody is judge in his own cause */
    static void require(Member member, Kind post) {
        require(member);
        if (post.ranksUnits() && !member.isManagerOfBureau() && !member.isAny(WHATEVER_UNIT)) {
            throw UserMistake.of("plan/ranking-not-allowed", Map.of("title", post.title()));
        }
    }
}
