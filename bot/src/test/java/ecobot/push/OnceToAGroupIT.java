package ecobot.push;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.chat.Rehearsals;
import ecobot.roster.Group;
import ecobot.roster.GroupChoices;
import ecobot.roster.GroupChoices.Subscription;
import ecobot.roster.Roster;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.Schedules;
import ecobot.testing.EdgesFakedIT;
import ecobot.testing.Threads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * No group gets the same material twice, whatever is run, however often, by whom and at the same time, and whatever ends in the middle. What groups get is
 * counted by what their messages say, not by the table that prevents it. A year with real restarts is {@code YearOfPushesIT}.
 */
@EdgesFakedIT
class OnceToAGroupIT {

    private static final List<String> POSTS = List.of("laws", "cases", "knowledge", "policies");

    private final Schedules schedules;
    private final Roster roster;
    private final GroupChoices choices;
    private final Rehearsals rehearsals;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Map<String, List<Group>> before = new HashMap<>();

    @Autowired
    OnceToAGroupIT(
            Schedules schedules,
            Roster roster,
            GroupChoices choices,
            Rehearsals rehearsals,
            JdbcClient sql,
            TransactionTemplate transaction) {
        this.schedules = schedules;
        this.roster = roster;
        this.choices = choices;
        this.rehearsals = rehearsals;
        this.sql = sql;
        this.transaction = transaction;
    }

    @BeforeEach
    void three_groups_of_our_own_subscribe() {
        POSTS.forEach(post -> {
            before.put(post, roster.subscribersOf(post));
            roster.subscribersOf(post).forEach(group -> choices.unsubscribe(group.id(), post));
            ours().forEach(group -> choices.subscribe(group.id(), new Subscription(post)));
        });
    }

    @AfterEach
    void asItWas() {
        POSTS.forEach(post -> {
            ours().forEach(group -> choices.unsubscribe(group.id(), post));
            before.getOrDefault(post, List.of())
                    .forEach(group -> choices.subscribe(group.id(), new Subscription(post)));
        });
        sql.sql("delete from push_delivery").update();
        sql.sql("delete from outbox where target_id like 'once-%'").update();
    }

    @Test
    void whatever_is_run_again_at_once_or_not_to_its_end() {
        var dice = new Random(7);
        int shelf = sql.sql("select count(*) from material where state = 'PUBLISHED' and category <> 'TRAINING'")
                .query(Integer.class)
                .single();

        for (int run = 0; run < 60; run++) {
            var schedule = schedule(POSTS.get(dice.nextInt(POSTS.size())));
            switch (dice.nextInt(4)) {
                case 0 -> endsInTheMiddle(schedule);
                case 1 -> twoAtOnce(schedule, 100);
                default -> schedules.runNow(schedule);
            }
        }

        assertThat(doubles()).isZero();
        assertThat(got()).isBetween(3 * 30, 3 * shelf);
    }

    @Test
    void without_the_key_two_at_once_would_send_the_same() {
        sql.sql("""
                alter table push_delivery
                    add index ix_push_delivery__bare (material_id),
                    drop index uk_push_delivery__material_group
                """).update();
        try {
            twoAtOnce(schedule("laws"), 10_000);

            assertThat(doubles()).isEqualTo(3);
        } finally {
            sql.sql("delete from push_delivery").update();
            sql.sql("""
                    alter table push_delivery
                        add constraint uk_push_delivery__material_group unique (material_id, group_id),
                        drop index ix_push_delivery__bare
                    """).update();
        }
    }

    /** What they would take from the shelf are the same rows, and each gives them back: without the lock on the schedule two of them wait for each other. */
    @Test
    void four_who_preview_the_same_at_once_all_see_it() {
        for (int round = 0; round < 5; round++) {
            var seen = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> previewed(schedule("laws")), Threads.NEW))
                    .toList();
            assertThat(seen).allSatisfy(groups -> assertThat(groups.join()).isEqualTo(3));
        }
    }

    private int previewed(Schedule schedule) {
        return transaction.execute(status -> rehearsals.of(schedule)).groups().size();
    }

    private void endsInTheMiddle(Schedule schedule) {
        transaction.executeWithoutResult(status -> {
            schedules.runNow(schedule);
            status.setRollbackOnly();
        });
    }

    /**
     * The second begins when the first has written everything, and looks what the groups have had before that commits: when the second has ended, or after
     * so long if it waits for the first.
     */
    private void twoAtOnce(Schedule schedule, long millis) {
        var written = new CountDownLatch(1);
        var secondEnded = new CountDownLatch(1);
        var first = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> {
                    schedules.runNow(schedule);
                    written.countDown();
                    await(secondEnded, millis);
                }),
                Threads.NEW);
        assertThat(await(written, 60_000)).isTrue();
        schedules.runNow(schedule);
        secondEnded.countDown();
        first.join();
    }

    private Schedule schedule(String post) {
        return schedules.named(post).orElseThrow();
    }

    private List<Group> ours() {
        return List.of("once-1", "once-2", "once-3").stream()
                .map(id -> roster.seenGroup(id, "推送一次 " + id))
                .toList();
    }

    /** Messages of the same words to the same group, beyond the first. */
    private int doubles() {
        return sql.sql("""
                select coalesce(sum(same.times - 1), 0)
                  from (select count(*) as times
                          from outbox
                         where target_id like 'once-%'
                           and json_value(content, '$.markdown.title') is not null
                         group by target_id, json_value(content, '$.markdown.title')) same
                """).query(Integer.class).single();
    }

    private int got() {
        return sql.sql("""
                select count(json_value(content, '$.markdown.title'))
                  from outbox
                 where target_id like 'once-%'
                """).query(Integer.class).single();
    }

    private static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
