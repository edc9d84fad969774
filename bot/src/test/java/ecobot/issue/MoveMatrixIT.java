package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.chat.Command;
import ecobot.chat.Templates;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every command on an issue in every state by a person of every role. What may be done is written down here once more, by hand, so that a slip in the
 * table of moves is seen; everything else is refused, and the refusal helps.
 */
@EcoBotIT
class MoveMatrixIT {

    /** Command, states, people. All else is forbidden. While nobody answers for an issue it is with the bureau, and no unit's people have a say. */
    private static final String ALLOWED = """
            /交办 {n} 凤桥|REPORTED|inspector-1 manager-1
            /签收 {n}|ASSIGNED|xinfeng-1
            /退回 {n} 不归我们管|ASSIGNED|xinfeng-1
            /转办 {n} 凤桥 地点在凤桥|ASSIGNED RECTIFYING|inspector-1 manager-1
            /整改 {n} 已清理|RECTIFYING|xinfeng-1
            /核查 {n} 通过|SUBMITTED|inspector-1
            /销号 {n}|SUBMITTED|inspector-1
            /核查 {n} 退回 还有垃圾|SUBMITTED|inspector-1
            /核查 {n} 不属实 没有发现|REPORTED ASSIGNED RECTIFYING SUBMITTED|inspector-1
            /延期 {n} 3个工作日 下雨|ASSIGNED RECTIFYING|xinfeng-1
            /重开 {n} 又有了|CLOSED REJECTED|inspector-1 manager-1
            /回头看 {n} 通过|CLOSED|inspector-1
            /回头看 {n} 不通过 又有了|CLOSED|inspector-1
            /并案 {n} 到 {other}|REPORTED|inspector-1
            /并案 {n} 到 {other}|ASSIGNED RECTIFYING|inspector-1 xinfeng-1
            /拆分 {n} 新丰 凤桥|REPORTED ASSIGNED RECTIFYING|inspector-1 manager-1
            /补图 {n}|REPORTED|xinfeng-2 inspector-1
            /补图 {n}|ASSIGNED RECTIFYING SUBMITTED|xinfeng-1 xinfeng-2 inspector-1
            /催办 {n}|REPORTED|manager-1
            /催办 {n}|ASSIGNED RECTIFYING SUBMITTED|xinfeng-manager manager-1
            """;

    private static final List<String> STATES_WITH_A_NEXT_STEP =
            List.of("REPORTED", "ASSIGNED", "RECTIFYING", "SUBMITTED");

    private static final List<String> PEOPLE =
            List.of("xinfeng-1", "xinfeng-2", "xinfeng-manager", "fengqiao-1", "inspector-1", "manager-1", "trainer-1");

    @Autowired
    List<Command> commands;

    @Autowired
    Issues issues;

    @Autowired
    IssueMapper mapper;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Templates templates;

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

    private Map<String, Command> byChineseName;
    private Instant now;
    /** Download codes of three photos that have arrived. */
    private String photo;

    private String before;
    private String after;

    @BeforeEach
    void prepare() {
        now = clock.instant();
        var photos = new HeldPhotos(sql, media);
        photo = photos.code(now);
        before = photos.code(now);
        after = photos.code(now);
        byChineseName = commands.stream()
                .filter(MoveCommand.class::isInstance)
                .collect(Collectors.toMap(this::chineseName, Function.identity()));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void what_is_allowed_is_done_and_all_else_is_refused_helpfully(State state) {
        var done = new TreeSet<String>();
        var refusals = new LinkedHashMap<String, String>();
        for (var words :
                ALLOWED.lines().map(line -> line.split("\\|")[0]).distinct().toList()) {
            for (var person : PEOPLE) {
                if (member(person).isAny(command(words).roles())) {
                    attempt(state, words, person, done, refusals);
                }
            }
        }

        assertThat(done).isEqualTo(expected(state));
        assertThat(refusals).allSatisfy(MoveMatrixIT::helps);
    }

    @Test
    void the_matrix_knows_every_command_that_moves_issues() {
        assertThat(byChineseName.keySet())
                .isEqualTo(ALLOWED.lines()
                        .map(line -> line.substring(1, line.indexOf(' ')))
                        .collect(Collectors.toSet()));
    }

    @Test
    void verifying_ones_own_rectification_is_refused() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var issue = issueIn(State.SUBMITTED);
            sql.sql("update issue_move set member_id = ? where issue_id = ? and move = 'SUBMIT'")
                    .params(member("inspector-1").id(), issue.number())
                    .update();

            assertThat(say("/核查 " + issue.number() + " 通过", "inspector-1")).contains("谁提交的整改，要由另一个人来核");
        });
    }

    private void attempt(State state, String words, String person, TreeSet<String> done, Map<String, String> refusals) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var issue = issueIn(state);
            var other = issueIn(State.ASSIGNED);
            var line = words.replace("{n}", Long.toString(issue.number()))
                    .replace("{other}", Long.toString(other.number()));
            var before = mapper.byId(issue.number());
            var answer = say(line, person);
            if (answer.startsWith("refused")) {
                refusals.put(words + " | " + state + " | " + person, answer);
                assertThat(mapper.byId(issue.number())).isEqualTo(before);
            } else {
                done.add(words + "|" + person);
            }
        });
    }

    private Command command(String line) {
        return byChineseName.get(line.substring(1, line.indexOf(' ')));
    }

    private String say(String line, String person) {
        var call = Calls.inPrivate(member(person), now, line.substring(line.indexOf(' ') + 1), photo);
        try {
            var reply = command(line).handle(call);
            return templates.render(reply.template(), reply.view()).text();
        } catch (UserMistake mistake) {
            return "refused "
                    + templates
                            .render(mistake.reply().template(), mistake.reply().view())
                            .text();
        }
    }

    /** A refusal names the state or who may do it or what is missing, and something to type. */
    private static void helps(String attempt, String refusal) {
        assertThat(refusal).as(attempt).containsAnyOf("它是“", "要由", "还不能", "请写");
        assertThat(refusal).as(attempt).contains("/");
        boolean wrongState = refusal.contains("它是“");
        boolean open = STATES_WITH_A_NEXT_STEP.stream().anyMatch(state -> attempt.contains("| " + state + " |"));
        if (wrongState && open) {
            assertThat(refusal).as(attempt).contains("下一步：");
        }
    }

    private static TreeSet<String> expected(State state) {
        var expected = new TreeSet<String>();
        for (var line : ALLOWED.lines().toList()) {
            var parts = line.split("\\|");
            if (List.of(parts[1].split(" ")).contains(state.name())) {
                for (var person : parts[2].split(" ")) {
                    expected.add(parts[0] + "|" + person);
                }
            }
        }
        return expected;
    }

    /** An issue with the history that leads to a state, as short as can be. */
    private Issue issueIn(State state) {
        var unit = roster.unitsNamed("新丰").get(0).id();
        var bureau = roster.unitsNamed("分局").get(0).id();
        var liaison = member("xinfeng-1").id();
        boolean withBureau = state == State.REPORTED || state == State.SPLIT;
        boolean closed = state == State.CLOSED;
        var reportedAt = now.minus(Duration.ofMinutes(30));
        var photos = List.of(media.want("demo", before));
        var issue = new Reporting(issues, roster, deadlines)
                .report(Source.PATROL, Issue.Kind.WATER, "一号桥", photos, reportedAt, now);
        var course = new Course(
                state,
                withBureau ? bureau : unit,
                withBureau || state == State.ASSIGNED ? null : liaison,
                withBureau ? null : reportedAt,
                issue.deadline(),
                closed ? now : null,
                closed ? Course.Truth.TRUE : null,
                closed ? Course.Completion.WHOLE : null,
                closed ? Deadlines.dayOf(now).plusDays(30) : null,
                state == State.MERGED ? issue.number() : null);
        mapper.setCourse(issue.number(), State.ASSIGNED, course);
        mapper.addPhotos(issue.number(), IssuePhoto.Moment.AFTER, List.of(media.want("demo", after)), now);
        if (state != State.ASSIGNED) {
            mapper.addMoves(List.of(
                    new IssueMove(issue.number(), Move.SUBMIT, State.RECTIFYING, state, liaison, now, "已清理", null)));
        }
        return issues.byNumber(issue.number()).orElseThrow();
    }

    private String chineseName(Command command) {
        return templates.words("issue/" + command.name(), Words.class).name();
    }

    private Member member(String staffId) {
        return new Reporting(issues, roster, deadlines).member(staffId);
    }

    /** The words of a command. */
    record Words(
            String name,
            String english,
            String pinyin,
            String initials,
            List<String> aliases,
            String summary,
            String usage,
            List<String> examples) {}
}
