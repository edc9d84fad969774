package ecobot.dingtalk;

import ecobot.audit.Diagnosis;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the custom robots that the roster names can be opened. */
@Component
@Order(11)
class CustomRobotDiagnosis implements Diagnosis {

    private final Roster roster;
    private final DingTalkAccess access;

    private record RobotsView(int groups, String titles) {}

    CustomRobotDiagnosis(Roster roster, DingTalkAccess access) {
        this.roster = roster;
        this.access = access;
    }

    @Override
    public List<Finding> findings() {
        List<Group> groups = roster.groups().stream()
                .filter(group -> group.customRobot() != null)
                .toList();
        List<String> closed = groups.stream()
                .filter(group -> access.customRobot(Objects.requireNonNull(group.customRobot()))
                        .isEmpty())
                .map(Group::title)
                .toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        RobotsView view = new RobotsView(groups.size(), String.join("、", closed));
        return List.of(
                closed.isEmpty()
                        ? Finding.ok("dingtalk/_custom-robots", view)
                        : Finding.bad("dingtalk/_custom-robots-closed", view));
    }
}
