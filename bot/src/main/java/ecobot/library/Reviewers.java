package ecobot.library;

import ecobot.roster.Member;
import ecobot.roster.Roster;
import java.util.List;
import org.springframework.stereotype.Component;

/** Those who keep the shelf. */
@Component
class Reviewers {

    private final Roster roster;

    Reviewers(Roster roster) {
        this.roster = roster;
    }

    /** Everybody who may review what a member wrote: nobody reviews own words. */
    List<Member> besides(long writer) {
        return SearchDesk.KEEPERS.stream()
                .flatMap(role -> roster.membersWith(role).stream())
                .filter(member -> member.id() != writer)
                .distinct()
                .toList();
    }
}
