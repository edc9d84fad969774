package ecobot.issue;

import ecobot.chat.Post;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What waits for the inspectors on a working morning: issues that nobody answers for, rectifications to verify, closings to look at again. A date
 * that nobody is reminded of would be none. Nothing waits, nothing is sent.
 */
@Component
class InspectionPost implements Post {

    private final InspectionViews inspection;
    private final Roster roster;

    InspectionPost(InspectionViews inspection, Roster roster) {
        this.inspection = inspection;
        this.roster = roster;
    }

    @Override
    public String name() {
        return "inspection-digest";
    }

    @Override
    public boolean forGroups() {
        return false;
    }

    @Override
    public Edition compose(Occurrence occurrence) {
        var view = inspection.at(occurrence.plannedAt());
        return new Digest(view, view.isNothing() ? List.of() : roster.membersWith(Role.INSPECTOR));
    }

    private record Digest(InspectionViews.View view, List<Member> readers) implements Edition {

        @Override
        public List<Part> partsFor(Group group) {
            return List.of();
        }

        @Override
        public List<Part> partsFor(Member reader) {
            return List.of(new TextPart("issue/inspection-digest", view));
        }
    }
}
