package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.chat.CommandCall;
import ecobot.chat.Reply;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.Source;
import ecobot.issue.Issue.Kind;
import ecobot.issue.Issue.State;
import ecobot.roster.Group;
import ecobot.roster.ListedPresence;
import ecobot.roster.ListedRoster;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.testing.Calls;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadersTest {

    private static final Instant NOW =
            LocalDateTime.parse("2026-11-24T12:00").atZone(Zone.SHANGHAI).toInstant();

    private final ListedRoster roster = new ListedRoster();
    private final Member liaison = roster.member("新丰联络员一", "新丰", Role.LIAISON);
    private final Member inspector = roster.member("核查员一", "分局", Role.INSPECTOR);
    private final Member other = roster.member("核查员二", "分局", Role.INSPECTOR);
    private final Group own = roster.group("新丰镇工作群", "新丰");
    private final Group foreign = roster.group("凤桥镇工作群", "凤桥");
    private final ListedPresence presence = new ListedPresence();
    private final Readers readers = new Readers(presence);

    @Test
    void who_reads_the_answer_is_mentioned_and_not_told_again() {
        presence.heard(own, liaison, NOW);

        var reply = tell(liaison, Calls.answerable(inspector, own, NOW, ""));

        assertThat(reply.mentions()).containsExactly(liaison);
        assertThat(reply.notes()).isEmpty();
    }

    @Test
    void who_was_never_heard_in_the_group_is_told_in_private() {
        inPrivate(liaison, Calls.answerable(inspector, own, NOW, ""));
    }

    @Test
    void who_was_heard_in_another_group_only_is_told_in_private() {
        presence.heard(foreign, liaison, NOW);

        inPrivate(liaison, Calls.answerable(inspector, own, NOW, ""));
    }

    @Test
    void where_nothing_can_mention_everybody_is_told_in_private() {
        presence.heard(own, liaison, NOW);

        inPrivate(liaison, Calls.call(inspector, own, NOW, ""));
        inPrivate(liaison, Calls.inPrivate(inspector, NOW, ""));
    }

    @Test
    void inspector_who_works_in_all_groups_is_told_in_private_unless_he_reported_it_there() {
        presence.heard(own, other, NOW);
        var call = Calls.answerable(inspector, own, NOW, "");

        inPrivate(other, call);
        inPrivate(other, call, issue(other, foreign), issue(liaison, own));
        assertThat(tell(other, call, issue(other, own)).mentions()).containsExactly(other);
    }

    private void inPrivate(Member member, CommandCall call, Issue... about) {
        var reply = tell(member, call, about);
        assertThat(reply.mentions()).isEmpty();
        assertThat(reply.notes()).hasSize(1);
    }

    private Reply tell(Member member, CommandCall call, Issue... about) {
        var note = new Reply.MemberNote(member, "issue/moved-note", "");
        return readers.tell(Reply.of("issue/moved", ""), note, call, List.of(about));
    }

    private Issue issue(Member reporter, Group reportedIn) {
        var today = LocalDate.ofInstant(NOW, Zone.SHANGHAI);
        var deadline = new Deadline(3, DayUnit.WORKING, today, "default", 0, DayUnit.WORKING, today, NOW);
        var course =
                new Course(State.SUBMITTED, roster.unit("新丰").id(), null, NOW, deadline, null, null, null, null, null);
        return new Issue(
                12, reporter.id(), reportedIn.id(), Source.PATROL, List.of(Kind.WATER), null, "x", NOW, null, course);
    }
}
