package ecobot.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.outbox.Messenger;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import ecobot.scheduler.Schedules;
import ecobot.testing.EdgesFakedIT;
import ecobot.testing.FakeMessenger;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Taking back a post of which nobody knows what has arrived. */
@EdgesFakedIT
class RecallDeskIT {

    private final RecallDesk desk;
    private final Schedules schedules;
    private final Roster roster;
    private final FakeMessenger messenger;
    private final JdbcClient sql;

    @Autowired
    RecallDeskIT(RecallDesk desk, Schedules schedules, Roster roster, FakeMessenger messenger, JdbcClient sql) {
        this.desk = desk;
        this.schedules = schedules;
        this.roster = roster;
        this.messenger = messenger;
        this.sql = sql;
    }

    @AfterEach
    void asItWas() {
        lanes().forEach(lane -> messenger.answers(lane, (message, attempt) -> FakeMessenger.sent(attempt)));
        sql.sql("delete from push_delivery").update();
    }

    @Test
    void post_that_is_in_doubt_in_every_group_can_be_taken_back_so_that_it_is_not_sent_again() {
        lanes().forEach(lane -> messenger.answers(
                lane,
                (message, attempt) -> attempt.number() == 1
                        ? new Messenger.Unknown("timeout", false)
                        : new Messenger.Unreachable("unreachable", Duration.ofHours(1))));
        var occurrence = schedules.runNow(schedules.named("laws").orElseThrow());
        Awaitility.await().until(() -> waiting(occurrence.id()) == lanes().size());

        var manager = roster.memberByStaffId("manager-1").orElseThrow();
        var proposal = desk.latest(manager, "");

        assertThat(proposal.occurrenceId()).isEqualTo(occurrence.id());
        assertThat(proposal.inDoubt()).isEqualTo(lanes().size());
        desk.recall(manager, occurrence.id());
        assertThat(waiting(occurrence.id())).isZero();
    }

    /** How many messages have been tried in vain twice and are to be tried again. */
    private int waiting(long occurrence) {
        return sql.sql("""
                        select count(*)
                          from outbox
                         where message_key like ?
                           and state = 'RETRY'
                           and attempts = 2
                           and open_lane is not null
                        """)
                .param("post:" + occurrence + ":%")
                .query(Integer.class)
                .single();
    }

    private List<String> lanes() {
        return roster.subscribersOf("laws").stream().map(Group::conversationId).toList();
    }
}
