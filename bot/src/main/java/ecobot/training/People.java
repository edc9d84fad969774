package ecobot.training;

import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.text.Folding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** People by what others call them, and what they may do here. */
@Component
class People {

    private final Roster roster;

    People(Roster roster) {
        this.roster = roster;
    }

    /** Every active member; of several of one name, trainers come first. */
    List<Member> all() {
        return roster.membersWith(Role.REPORTER).stream()
                .sorted(Comparator.comparing((Member member) -> !member.is(Role.TRAINER)))
                .toList();
    }

    /** The member of exactly this name. */
    Optional<Member> named(String name) {
        var folded = Folding.fold(name).strip();
        return all().stream()
                .filter(member -> Folding.fold(member.name()).equals(folded))
                .findFirst();
    }

    List<Member> trainers() {
        return roster.membersWith(Role.TRAINER);
    }

    static boolean isTrainer(Member member) {
        return member.is(Role.TRAINER);
    }

    /** Whether everything concerns this person, whatever units it is for. */
    static boolean isOfBureau(Member member) {
        var unit = member.unit();
        return unit == null || unit.kind() == Unit.Kind.BUREAU;
    }
}
