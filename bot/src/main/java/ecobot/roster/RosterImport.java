package ecobot.roster;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the roster from the file named by {@code ecobot.roster.file}, at every start: entries are added or brought up to date, none is removed. A
 * member has the roles, and a group the units, that its entry names and no others; subscriptions are only added, for people change them in the chat.
 * In try-it mode the file is the demonstration's.
 */
@Component
@Order(10)
class RosterImport implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(RosterImport.class);

    private final RosterMapper rows;
    private final DatabaseRoster roster;
    private final TransactionTemplate transaction;
    private final ResourceLoader resources;
    private final String location;

    RosterImport(
            RosterMapper rows,
            DatabaseRoster roster,
            TransactionTemplate transaction,
            ResourceLoader resources,
            RosterLocation location) {
        this.rows = rows;
        this.roster = roster;
        this.transaction = transaction;
        this.resources = resources;
        this.location = location.resource();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (location.isBlank()) {
            return;
        }
        Resource file = resources.getResource(location);
        var wanted = RosterFile.read(file);
        transaction.executeWithoutResult(status -> save(wanted));
        roster.forget();
        log.info(
                "roster: {} units, {} members, {} groups from {}",
                wanted.units().size(),
                wanted.members().size(),
                wanted.groups().size(),
                file.getFilename());
    }

    private void save(RosterFile wanted) {
        for (var unit : wanted.units()) {
            if (unit.area() != null) {
                rows.saveArea(unit.area());
            }
            rows.saveUnit(unit.name(), unit.shortName(), unit.kind(), unit.area(), unit.order());
        }
        for (var member : wanted.members()) {
            rows.saveMember(member.staffId(), member.name(), member.unit());
            rows.rolesOf(member.staffId()).stream()
                    .filter(role -> !member.roles().contains(role))
                    .forEach(role -> takeRole(member.staffId(), role));
            member.roles().stream()
                    .filter(role -> role != Role.REPORTER)
                    .forEach(role -> rows.giveRole(member.staffId(), role));
        }
        for (var group : wanted.groups()) {
            rows.saveGroup(group.conversationId(), group.title());
            rows.setCustomRobot(group.conversationId(), group.customRobot());
            rows.unitsOf(group.conversationId()).stream()
                    .filter(unit -> !group.units().contains(unit))
                    .forEach(unit -> releaseUnit(group.conversationId(), unit));
            group.units().forEach(unit -> rows.bindUnit(group.conversationId(), unit));
            group.subscriptions().forEach(post -> rows.subscribe(group.conversationId(), post));
        }
    }

    private void takeRole(String staffId, Role role) {
        rows.takeRole(staffId, role);
        log.info("roster: {} is taken from member {}, whose entry does not name it any more", role, staffId);
    }

    private void releaseUnit(String conversationId, String unit) {
        rows.releaseUnit(conversationId, unit);
        log.info("roster: {} is taken from group {}, whose entry does not name it any more", unit, conversationId);
    }
}
