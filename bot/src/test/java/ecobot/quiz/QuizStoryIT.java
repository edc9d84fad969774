package ecobot.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.Zone;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.inbox.IncomingMessage;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.Schedules;
import ecobot.testing.EcoBotIT;
import ecobot.testing.Plans;
import ecobot.text.Folding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Somebody answers over some weeks; everything is rolled back. */
@EcoBotIT
@Transactional
class QuizStoryIT {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String RIGHT = "B";
    private static final String WRONG = "C";
    /** What grows with every answer, by its names in the statements. */
    private static final Set<String> ANSWERS = Set.of("b", "quiz_box");

    private final QuizCommand quiz;
    private final Quizzes quizzes;
    private final QuizReturnsTask task;
    private final Schedules schedules;
    private final Roster roster;
    private final Templates templates;
    private final SqlSession session;
    private final SqlSessionFactory sessions;
    private final JdbcClient sql;
    private final QuizFixture shelf;
    private long occurrences;

    @Autowired
    QuizStoryIT(
            QuizCommand quiz,
            Quizzes quizzes,
            QuizReturnsTask task,
            Schedules schedules,
            Roster roster,
            Templates templates,
            SqlSession session,
            SqlSessionFactory sessions,
            JdbcClient sql) {
        this.quiz = quiz;
        this.quizzes = quizzes;
        this.task = task;
        this.schedules = schedules;
        this.roster = roster;
        this.templates = templates;
        this.session = session;
        this.sessions = sessions;
        this.sql = sql;
        this.shelf = new QuizFixture(sql);
    }

    @BeforeEach
    void nothingElse() {
        shelf.emptyShelf();
    }

    @Test
    void missed_question_comes_back_after_1_3_7_and_21_days_and_not_a_day_before() {
        var law = shelf.material("固废法", DAY, 3);
        var dialogue = new Dialogue("xinfeng-2");

        assertThat(dialogue.begins(DAY, "" + law)).contains("第 1 题，共 3 题", "固废法第1问", "A. 错的");
        assertThat(dialogue.says(DAY, RIGHT)).startsWith("### 答对了").contains("第1条", "第 2 题", "固废法第2问");
        assertThat(dialogue.says(DAY, WRONG)).contains("答错了，正确的是 B", "B. 对的", "第2条", "第 3 题");
        assertThat(dialogue.says(DAY, RIGHT)).contains("3 道答对 2 道", "3月3日 周二");
        assertThat(dialogue.isOver()).isTrue();

        var day = DAY;
        for (int days : List.of(1, 3, 7, 21)) {
            assertThat(dialogue.begins(day.plusDays(days - 1), ""))
                    .as("the day before")
                    .contains("现在没有要答的题");
            day = day.plusDays(days);
            assertThat(dialogue.begins(day, "")).contains("再看一次，还有 1 道", "固废法第2问");
            assertThat(dialogue.says(day, RIGHT)).contains("答对了", "1 道都答对了");
        }

        assertThat(dialogue.begins(day.plusDays(400), "")).contains("有题的资料您都答过了");
    }

    @Test
    void missed_again_begins_anew_and_what_comes_back_goes_before_what_is_new() {
        var old = shelf.material("固废法", DAY, 1);
        var dialogue = new Dialogue("xinfeng-2");
        dialogue.begins(DAY, "");
        dialogue.says(DAY, WRONG);
        var air = shelf.material("大气法", DAY.plusDays(1), 1);

        assertThat(dialogue.begins(DAY.plusDays(1), "")).contains("再看一次", "固废法第1问");
        dialogue.says(DAY.plusDays(1), RIGHT);
        assertThat(dialogue.begins(DAY.plusDays(4), "")).contains("再看一次");
        assertThat(dialogue.says(DAY.plusDays(4), WRONG)).contains("1 道答对 0 道", "3月7日");
        assertThat(dialogue.begins(DAY.plusDays(4), "")).contains("第 1 题，共 1 题", "大气法第1问");
        dialogue.says(DAY.plusDays(4), RIGHT);

        assertThat(dialogue.begins(DAY.plusDays(5), "")).contains("固废法第1问");
        assertThat(new Dialogue("daqiao-2").begins(DAY.plusDays(5), ""))
                .as("somebody else begins with the newest")
                .contains("大气法第1问");
        assertThat(List.of(quizzes.questions(old), quizzes.questions(air))).containsExactly(1, 1);
    }

    @Test
    void stopping_loses_nothing_and_buttons_name_their_question() {
        var law = shelf.material("固废法", DAY, 3);
        var dialogue = new Dialogue("xinfeng-2");
        dialogue.begins(DAY, "");
        dialogue.says(DAY, RIGHT);
        assertThat(text(quiz.left(dialogue.question()).orElseThrow())).contains("答过的都记下了", "/答题 " + law);

        assertThat(dialogue.begins(DAY.plusDays(9), "" + law)).contains("第 2 题，共 3 题");
        assertThat(dialogue.begins(DAY.plusDays(9), law + "-1 A"))
                .as("a button of an old message")
                .contains("答过了", "第 2 题，共 3 题");
        assertThat(dialogue.begins(DAY.plusDays(9), law + "-2 B"))
                .as("a button without an open dialogue")
                .contains("答对了", "第 3 题");
        assertThatThrownBy(() -> dialogue.says(DAY.plusDays(9), "不知道"))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(text(mistake.reply())).contains("没看懂“不知道”", "A 到 C"));
        assertThat(dialogue.says(DAY.plusDays(9), "也错的")).contains("答错了", "3 道答对 2 道");
    }

    @Test
    void what_was_replaced_or_taken_off_the_shelf_is_not_asked_any_more() {
        var old = shelf.material("固废法", DAY, 2);
        var dialogue = new Dialogue("xinfeng-2");
        dialogue.begins(DAY, "" + old);
        dialogue.says(DAY, WRONG);
        var law = shelf.material("新固废法", DAY, 1);

        changed(old, "SUPERSEDED", law);
        assertThat(dialogue.says(DAY, RIGHT)).contains("这道题不用答了");
        assertThat(dialogue.begins(DAY.plusDays(1), "")).contains("新固废法第1问");
        assertThatThrownBy(() -> dialogue.begins(DAY.plusDays(1), "" + old))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(text(mistake.reply())).contains("已被新的代替", "/答题 " + law));
        assertThat(quizzes.has(old)).isFalse();

        changed(law, "ARCHIVED", null);
        assertThat(dialogue.begins(DAY.plusDays(1), "")).contains("现在没有要答的题");
        assertThatThrownBy(() -> dialogue.begins(DAY.plusDays(1), "" + law)).isInstanceOf(UserMistake.class);
    }

    @Test
    void morning_tells_those_to_whom_something_has_come_back_and_nobody_else() {
        var law = shelf.material("固废法", DAY, 3);
        var missed = new Dialogue("xinfeng-2");
        missed.begins(DAY, "" + law);
        for (var answer : List.of(WRONG, RIGHT, WRONG)) {
            missed.says(DAY, answer);
        }
        var knew = new Dialogue("daqiao-2");
        knew.begins(DAY, "" + law);
        for (int i = 0; i < 3; i++) {
            knew.says(DAY, RIGHT);
        }

        assertThat(morning(DAY)).as("not on the same day").isEmpty();
        assertThat(morning(DAY.plusDays(1)))
                .containsOnlyKeys("xinfeng-2")
                .hasEntrySatisfying("xinfeng-2", text -> assertThat(text).contains("有 2 道题该再看一次", "请发：答题"));
        assertThat(morning(DAY.plusDays(2))).as("left lie, nothing new").isEmpty();
        assertThat(morning(DAY.plusDays(8))).as("once more after a week").hasSize(1);

        missed.begins(DAY.plusDays(8), "");
        missed.says(DAY.plusDays(8), RIGHT);
        missed.says(DAY.plusDays(8), WRONG);
        assertThat(morning(DAY.plusDays(9)).get("xinfeng-2"))
                .as("the wrong one")
                .contains("有 1 道题");
        assertThat(morning(DAY.plusDays(11)).get("xinfeng-2"))
                .as("and the right one")
                .contains("有 2 道题");

        changed(law, "SUPERSEDED", null);
        assertThat(morning(DAY.plusDays(40))).isEmpty();
    }

    @Test
    void results_are_by_unit_for_those_who_teach_and_of_nobody_alone() {
        var law = shelf.material("固废法", DAY, 2);
        answerAll(law, "xinfeng-1", RIGHT, RIGHT);
        answerAll(law, "xinfeng-2", RIGHT, WRONG);
        answerAll(law, "xinfeng-manager", WRONG, WRONG);
        answerAll(law, "daqiao-2", RIGHT, RIGHT);

        var asked = "结果 " + law;
        assertThat(new Dialogue("trainer-1").begins(DAY, asked))
                .contains(
                        "答题结果，3 人",
                        "第 1 题 66.7%**：固废法第1问",
                        "第 2 题 33.3%**，错得最多：固废法第2问",
                        "新丰镇 3 人：66.7%、33.3%",
                        "另有 1 人")
                .doesNotContain("大桥");
        assertThat(new Dialogue("xinfeng-manager").begins(DAY, asked))
                .contains("答题结果：新丰镇，3 人", "第 2 题 33.3%")
                .doesNotContain("另有");
        assertThat(new Dialogue("daqiao-manager").begins(DAY, asked))
                .contains("还不到 3 人")
                .doesNotContain("%");
        assertThatThrownBy(() -> new Dialogue("xinfeng-1").begins(DAY, asked))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(text(mistake.reply())).contains("只给宣教员和领导看"));
    }

    private void answerAll(long material, String staffId, String... answers) {
        var dialogue = new Dialogue(staffId);
        dialogue.begins(DAY, "" + material);
        for (var answer : answers) {
            dialogue.says(DAY, answer);
        }
    }

    @Test
    void what_a_person_or_the_morning_waits_for_is_found_by_an_index() {
        var law = shelf.material("固废法", DAY, 3);
        var person = Map.of("memberId", member("xinfeng-2").id(), "day", DAY, "materialId", law);
        var plans = new Plans(sessions);

        assertThat(List.of(
                        "due",
                        "nextDue",
                        "open",
                        "answeredOf",
                        "answeredOn",
                        "newestUnanswered",
                        "returned",
                        "firstAnswers"))
                .allSatisfy(query -> assertThat(plans.of(QuizMapper.class, query, person))
                        .as(query)
                        .filteredOn(
                                step -> ANSWERS.contains(step.table())) // a few dozen materials are read faster whole
                        .isNotEmpty()
                        .allSatisfy(step -> assertThat(step.key()).isNotEmpty()));
    }

    /** What is said on a morning, by person. */
    private Map<String, String> morning(LocalDate day) {
        session.clearCache();
        var schedule = schedules.named("quiz-returns").orElseThrow();
        var at = day.atTime(9, 30).atZone(Zone.SHANGHAI).toInstant();
        occurrences++;
        task.run(new Occurrence(-occurrences, schedule, at, false, false));
        var said = new HashMap<String, String>();
        sql.sql("""
                select lane, json_value(content, '$.markdown.text') as text
                  from outbox
                 where message_key like ?
                """)
                .param("quiz-returns:-" + occurrences + ":%")
                .query((row, n) -> said.put(row.getString("lane").replace("private:", ""), row.getString("text")))
                .list();
        return said;
    }

    private Member member(String staffId) {
        return roster.memberByStaffId(staffId).orElseThrow();
    }

    private void changed(long material, String state, @Nullable Long by) {
        shelf.state(material, state, by);
        session.clearCache();
    }

    private String text(Reply reply) {
        return templates.render(reply.template(), reply.view()).text();
    }

    /** One person in private, question after question. */
    private final class Dialogue {

        private final String staffId;
        private @Nullable Reply last;

        Dialogue(String staffId) {
            this.staffId = staffId;
        }

        String begins(LocalDate day, String arguments) {
            session.clearCache();
            last = quiz.handle(call(day, arguments));
            return text(last);
        }

        String says(LocalDate day, String words) {
            session.clearCache();
            last = quiz.resume(call(day, words), question());
            return text(last);
        }

        Question question() {
            return Objects.requireNonNull(Objects.requireNonNull(last).question());
        }

        boolean isOver() {
            return Objects.requireNonNull(last).question() == null;
        }

        private CommandCall call(LocalDate day, String words) {
            var at = day.atTime(10, 0).atZone(Zone.SHANGHAI).toInstant();
            return new CommandCall(member(staffId), null, words, Folding.fold(words), at, 1, message(words, at));
        }

        private IncomingMessage message(String words, Instant at) {
            return new IncomingMessage(
                    "demo",
                    "m",
                    "private:" + staffId,
                    false,
                    null,
                    staffId,
                    "",
                    at,
                    words,
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    null,
                    false,
                    "{}");
        }
    }
}
