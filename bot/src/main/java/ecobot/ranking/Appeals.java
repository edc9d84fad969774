package ecobot.ranking;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.chat.UserMistake;
import ecobot.ranking.Appeal.State;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The appeals, who may file one and until when, and who decides. Writes in the caller's transaction. */
@Component
class Appeals {

    private final AppealMapper mapper;
    private final Snapshots snapshots;
    private final LeagueTables tables;
    private final Roster roster;
    private final WorkCalendar calendar;

    Appeals(AppealMapper mapper, Snapshots snapshots, LeagueTables tables, Roster roster, WorkCalendar calendar) {
        this.mapper = mapper;
        this.snapshots = snapshots;
        this.tables = tables;
        this.roster = roster;
        this.calendar = calendar;
    }

    /** Managers of the bureau: a town's own manager is a party. */
    static boolean decides(Member member) {
        return member.isManagerOfBureau();
    }

    List<Member> deciders() {
        return roster.membersWith(Role.MANAGER).stream()
                .filter(Appeals::decides)
                .toList();
    }

    /** The unit that somebody may appeal for; empty when for none. */
    static Optional<Unit> speaksFor(Member member) {
        return Optional.ofNullable(member.unit())
                .filter(Unit::ranked)
                .filter(unit -> member.is(Role.LIAISON) || member.is(Role.MANAGER));
    }

    /** The last day on which a table may be appealed against. */
    LocalDate until(Snapshot snapshot) {
        var posted = LocalDate.ofInstant(snapshot.postedAt(), Zone.SHANGHAI);
        return calendar.plusWorkingDays(posted, tables.rules().appealDays());
    }

    boolean isOver(Snapshot snapshot, Instant now) {
        return LocalDate.ofInstant(now, Zone.SHANGHAI).isAfter(until(snapshot));
    }

    Appeal file(Snapshot against, Unit unit, Member by, String reason, Instant now) {
        mapper.insert(against.id(), unit.id(), by.id(), reason, now);
        return byId(mapper.inserted()).orElseThrow();
    }

    Optional<Appeal> byId(long id) {
        return Optional.ofNullable(mapper.byId(id));
    }

    List<Appeal> open() {
        return mapper.open();
    }

    List<Appeal> openOf(Unit unit) {
        return mapper.openOf(unit.id());
    }

    /** Whether an open appeal of the unit is about the same table, whatever its version. */
    Optional<Appeal> openAbout(Snapshot snapshot, Unit unit) {
        var period = snapshot.content().table().period();
        return openOf(unit).stream()
                .filter(appeal -> against(appeal).content().table().period().equals(period))
                .findFirst();
    }

    /** The table that it was filed against. */
    Snapshot against(Appeal appeal) {
        return snapshots.numbered(appeal.snapshotId()).orElseThrow();
    }

    /** The last version of the table that it is about. */
    Snapshot inForce(Appeal appeal) {
        return snapshots.latest(against(appeal).content().table().period()).orElseThrow();
    }

    /**
     * Ends an open appeal.
     *
     * @param by the manager; null when it is withdrawn
     * @throws UserMistake when somebody was faster
     */
    void end(Appeal appeal, State state, @Nullable Member by, Instant now, String decision) {
        if (mapper.decide(appeal.id(), state, by == null ? null : by.id(), now, decision) == 0) {
            throw UserMistake.of("ranking/appeal-over", Map.of("number", appeal.id()));
        }
    }

    List<Appeal> toPost() {
        return mapper.toPost();
    }

    void posted(Appeal appeal, Snapshot corrected) {
        mapper.posted(appeal.id(), corrected.id());
    }

    AppealViews.Item item(Appeal appeal) {
        var view = against(appeal).content().view();
        return new AppealViews.Item(
                appeal.id(),
                appeal.snapshotId(),
                roster.unit(appeal.unitId()).map(Unit::name).orElse(""),
                view.period(),
                view.edition(),
                appeal.reason(),
                roster.member(appeal.memberId()).map(Member::name).orElse(""),
                appeal.filedAt(),
                appeal.decision());
    }
}
