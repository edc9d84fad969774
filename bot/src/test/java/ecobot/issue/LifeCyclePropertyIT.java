package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.chat.Command;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Source;
import ecobot.issue.Issue.State;
import ecobot.media.Media;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.testing.Calls;
import ecobot.testing.EcoBotIT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever people type, in whatever order: nothing is lost, and nothing changes that the history does not tell. */
@EcoBotIT
class LifeCyclePropertyIT {

    private static final int COMMANDS = 120;

    private static final List<String> LINES = List.of(
            "accept {n}",
            "accept {n} {m}",
            "return {n} 不归我们",
            "return {n}",
            "assign {n} 新丰",
            "assign {n} 凤桥 2天内",
            "reroute {n} 凤桥 在凤桥",
            "reroute {n} 新丰 在新丰",
            "rectify {n} 已清理",
            "rectify {n}",
            "verify {n} 通过",
            "verify {n} 退回 还有",
            "verify {n} 不属实 没有",
            "verify {n} 通过 部分属实 阶段性办结",
            "close {n} 好了",
            "extend {n} 5个工作日 下雨",
            "extend {n} 99个工作日 下雨",
            "extend {n} 同意",
            "extend {n} 不同意 不行",
            "reopen {n} 又有了",
            "recheck {n} 通过",
            "recheck {n} 不通过 又有了",
            "merge {n} 到 {m}",
            "split {n} 新丰 凤桥",
            "add-photo {n}",
            "add-photo {n} 整改后",
            "nudge {n}",
            "undo");

    private static final List<String> PEOPLE = List.of(
            "xinfeng-1", "xinfeng-2", "fengqiao-1", "xinfeng-manager", "inspector-1", "inspector-2", "manager-1");

    @Autowired
    List<Command> commands;

    @Autowired
    Issues issues;

    @Autowired
    IssueMapper mapper;

    @Autowired
    MoveTable moveTable;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Roster roster;

    @Autowired
    Media media;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private final Map<String, Undo> undo = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void no_sequence_of_commands_breaks_an_issue(long seed) {
        var random = new Random(seed);
        var now = clock.instant();
        var first = report(now, "一号", random);
        report(now, "二号", random);
        report(now, "三号", random);
        Map<Long, Integer> photosSeen = new HashMap<>();

        var seen = all(first);
        for (int i = 0; i < COMMANDS; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(600)));
            var said = random.nextBoolean() ? anything(seen, random) : theNextStep(seen, random);
            type(said.line(), said.person(), now, random.nextInt(3) > 0);

            var before = seen;
            seen = all(first);
            for (var issue : seen.values()) {
                check(seed + ": " + said.person() + " " + said.line(), before.get(issue.number()), issue, photosSeen);
            }
        }

        assertThat(seen.values().stream()
                        .mapToInt(each -> each.history().size())
                        .sum())
                .as("commands that took effect")
                .isGreaterThan(25);
    }

    private void check(String said, @Nullable Seen before, Seen after, Map<Long, Integer> photosSeen) {
        if (before != null && !before.row().equals(after.row())) {
            assertThat(after.history().size())
                    .as(said)
                    .isGreaterThan(before.history().size());
        }
        assertThat(after.photos()).as(said).isGreaterThanOrEqualTo(photosSeen.getOrDefault(after.number(), 0));
        photosSeen.put(after.number(), after.photos());
        State state = null;
        for (var move : after.history()) {
            assertThat(move.fromState()).as(said).isEqualTo(state);
            if (state != null && !MoveTable.BESIDE_THE_TABLE.contains(move.move())) {
                boolean toBeAssigned = move.move() == Move.REOPEN && move.toState() == State.REPORTED;
                assertThat(
                                toBeAssigned
                                        ? State.REPORTED
                                        : moveTable.from(state, move.move()).leadsTo(state))
                        .as(said)
                        .isEqualTo(move.toState());
            }
            state = move.toState();
        }
        assertThat(state).as(said).isEqualTo(after.row().state());
        if (after.row().state() == State.CLOSED
                && issues.partsOf(after.number()).isEmpty()) {
            assertThat(issues.photos(after.number()))
                    .as(said)
                    .extracting(IssuePhoto::moment)
                    .contains(IssuePhoto.Moment.BEFORE, IssuePhoto.Moment.AFTER);
        }
        long granted = after.history().stream()
                .filter(move -> move.move() == Move.GRANT_EXTENSION)
                .count();
        assertThat(granted).as(said).isLessThanOrEqualTo(1);
    }

    private void type(String line, String staffId, Instant now, boolean withPhoto) {
        var member = member(staffId);
        var name = line.split(" ")[0];
        transaction.executeWithoutResult(status -> {
            try {
                if (name.equals("undo")) {
                    takeBack(member, now);
                    return;
                }
                var command = named(name);
                if (!member.isAny(command.roles())) {
                    return;
                }
                var codes = withPhoto ? new String[] {new HeldPhotos(sql, media).code(now)} : new String[0];
                var reply = command.handle(Calls.inPrivate(member, now, line.substring(line.indexOf(' ') + 1), codes));
                var token = reply.undoToken();
                if (token != null) {
                    undo.put(staffId, new Undo(command, token));
                }
            } catch (UserMistake refused) {
                // What was written before the refusal stays, as behind the router's savepoint nothing was.
                status.setRollbackOnly();
            }
        });
    }

    private void takeBack(Member member, Instant now) {
        var last = undo.remove(member.staffId());
        if (last != null) {
            last.command().undo(Calls.inPrivate(member, now, ""), last.token());
        }
    }

    private static Typed anything(Map<Long, Seen> seen, Random random) {
        var numbers = new ArrayList<>(seen.keySet());
        var line = LINES.get(random.nextInt(LINES.size()));
        return new Typed(
                PEOPLE.get(random.nextInt(PEOPLE.size())),
                line.replace("{n}", Long.toString(numbers.get(random.nextInt(numbers.size()))))
                        .replace("{m}", Long.toString(numbers.get(random.nextInt(numbers.size())))));
    }

    /** What brings an issue further, so that sequences get to where they matter. */
    private Typed theNextStep(Map<Long, Seen> seen, Random random) {
        var issues = new ArrayList<>(seen.values());
        var row = issues.get(random.nextInt(issues.size())).row();
        var liaison = roster.unit(row.unitId()).orElseThrow().shortName().equals("新丰") ? "xinfeng-1" : "fengqiao-1";
        return switch (row.state()) {
            case REPORTED -> new Typed("inspector-1", "assign " + row.id() + " 新丰");
            case ASSIGNED -> new Typed(liaison, "accept " + row.id());
            case RECTIFYING -> new Typed(liaison, "rectify " + row.id() + " 已清理");
            case SUBMITTED -> new Typed("inspector-2", "verify " + row.id() + " 通过");
            case CLOSED, REJECTED, WITHDRAWN, MERGED, SPLIT -> new Typed("inspector-1", "reopen " + row.id() + " 又有了");
        };
    }

    private long report(Instant now, String where, Random random) {
        var photos = random.nextInt(4) > 0
                ? List.of(media.want("demo", new HeldPhotos(sql, media).code(now)))
                : List.<Long>of();
        var source = Source.values()[random.nextInt(Source.values().length)];
        return new Reporting(issues, roster, deadlines)
                .report(source, Issue.Kind.WASTE, where, photos, now, now)
                .number();
    }

    /** The issues of this test, the first of which has the lowest number. */
    private Map<Long, Seen> all(long first) {
        return sql.sql("select id from issue where id >= ? order by id").param(first).query(Long.class).list().stream()
                .limit(12)
                .collect(Collectors.toMap(id -> id, this::seen));
    }

    private Seen seen(long number) {
        return new Seen(
                number,
                mapper.byId(number),
                issues.history(number),
                issues.photos(number).size());
    }

    private Command named(String name) {
        return commands.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Member member(String staffId) {
        return new Reporting(issues, roster, deadlines).member(staffId);
    }

    private record Seen(long number, IssueRow row, List<IssueMove> history, int photos) {}

    private record Typed(String person, String line) {}

    private record Undo(Command command, String token) {}
}
