package ecobot.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.scheduler.Schedule.HolidayPolicy;
import ecobot.scheduler.Schedule.MissedPolicy;
import ecobot.scheduler.Timing;
import ecobot.text.DayParts;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules in plain words, as people type them and as they are shown. */
class SpokenRuleTest {

    private static final int TRIES = 3_000;

    private final Templates templates = PackagedTemplates.at(Clock.system(Zone.SHANGHAI));
    private final RuleWords words = templates.words("plan/rule-words", RuleWords.class);
    private final RuleReader reader = new RuleReader(words, templates.words(DayParts.FILE, DayParts.class));
    private final RuleTeller teller = new RuleTeller(words);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "每周一9:00 | 0 0 9 ? * MON | AFTER",
                "每周一 9：00 | 0 0 9 ? * MON | AFTER",
                "每星期一、三，五 上午9点半 | 0 30 9 ? * MON,WED,FRI | AFTER",
                "每周一至周五下午3点 | 0 0 15 ? * MON,TUE,WED,THU,FRI | AFTER",
                "每周五到周一 8点15分 | 0 15 8 ? * MON,FRI,SAT,SUN | ANYWAY",
                "每周六 10:00 | 0 0 10 ? * SAT | ANYWAY",
                "每月1日和15日 08:30 | 0 30 8 1,15 * ? | AFTER",
                "每月1、15号 08:30 放假就不发 | 0 30 8 1,15 * ? | SKIP",
                "每个月二十五日 14:05 | 0 5 14 25 * ? | AFTER",
                "每月最后一天 16:00 遇放假提前 | 0 0 16 L * ? | BEFORE",
                "每月底16:00 | 0 0 16 L * ? | AFTER",
                "每个工作日 8:30 | 0 30 8 * * ? | SKIP",
                "工作日8:30 | 0 30 8 * * ? | SKIP",
                "每周五 如遇放假提前到前一工作日 | 0 0 9 ? * FRI | BEFORE",
                "如遇节假日，顺延至下一个工作日，每周一 9:00 | 0 0 9 ? * MON | AFTER",
                "每个工作日 10:30和16:30 | 0 30 10,16 * * ? | SKIP",
                "每周一下午2点、4点 | 0 0 14,16 ? * MON | AFTER",
                "每周一中午1点 | 0 0 13 ? * MON | AFTER",
                "每周一中午12点、1点 | 0 0 12,13 ? * MON | AFTER",
                "每周一晚上8点 | 0 0 20 ? * MON | AFTER",
                "每周一半夜12点 | 0 59 23 ? * MON | AFTER",
                "每周一夜里10点 | 0 0 22 ? * MON | AFTER",
                "每周一傍晚5点 | 0 0 17 ? * MON | AFTER",
                "每周一凌晨2点 | 0 0 2 ? * MON | AFTER",
                "每周一下午3点半 | 0 30 15 ? * MON | AFTER",
                "每天 12:00 | 0 0 12 * * ? | ANYWAY",
                "每日 12:00 节假日照常发 | 0 0 12 * * ? | ANYWAY",
                "每季度末月25日 | 0 0 9 25 3,6,9,12 ? | AFTER",
                "每季度首月5日、10日 10:00 | 0 0 10 5,10 1,4,7,10 ? | AFTER",
                "每季度末 15:00 | 0 0 15 L 3,6,9,12 ? | AFTER",
                "每年6月5日 8:00 放假也发 | 0 0 8 5 6 ? | ANYWAY",
                "每月第一个周一 9:00 | 0 0 9 ? * MON#1 | AFTER",
                "每月最后一个星期五 16:00 | 0 0 16 ? * FRIL | AFTER"
            })
    void plain_words_are_understood(String said, String cron, HolidayPolicy holiday) {
        assertThat(reader.read(said).spoken().timing()).isEqualTo(new Timing(cron, holiday, MissedPolicy.LATE));
    }

    @Test
    void missed_runs_are_made_up_for_or_not_as_it_is_said() {
        assertThat(reader.read("每周一 9:00，错过了不补").spoken().missed()).isEqualTo(MissedPolicy.SKIP);
        assertThat(reader.read("每周一 9:00 错过就补发").spoken().missed()).isEqualTo(MissedPolicy.LATE);
        assertThat(reader.read("每周一 错过不发").timeSaid()).isFalse();
    }

    @Test
    void changed_rule_keeps_the_time_of_day_when_none_is_said() {
        var before = reader.read("每个工作日 8:30 错过不补").spoken();

        assertThat(reader.read("每周五 遇放假提前", before).spoken().timing())
                .isEqualTo(new Timing("0 30 8 ? * FRI", HolidayPolicy.BEFORE, MissedPolicy.SKIP));
    }

    @ParameterizedTest
    @CsvSource({
        "每两周 周一 9:00, plan/rule-impossible",
        "隔周周一 9:00, plan/rule-impossible",
        "双周周一, plan/rule-impossible",
        "每3天 9:00, plan/rule-impossible",
        "每半小时, plan/rule-impossible",
        "农历十五 9:00, plan/rule-impossible",
        "每天 9:00和14:30, plan/rule-impossible",
        "每月32日 9:00, plan/no-such-day",
        "每年2月30日 9:00, plan/no-such-day",
        "每周一 25:00, plan/no-such-time",
        "每周一 9:75, plan/no-such-time",
        "每周一 晚上2点, plan/no-such-time",
        "每周一 半夜5点, plan/no-such-time",
        "每周 9:00, plan/rule-unclear",
        "9:00, plan/rule-unclear",
        "有空的时候, plan/rule-unclear",
        "每周一 9:00 除了下雨, plan/rule-unclear"
    })
    void what_cannot_be_is_refused_with_a_sentence(String said, String template) {
        assertThatThrownBy(() -> reader.read(said))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(mistake.reply().template()).isEqualTo(template));
    }

    @Test
    void what_is_shown_is_understood_as_the_same_rule() {
        var random = new Random(20261128);
        for (int i = 0; i < TRIES; i++) {
            var spoken = RandomRules.next(random);

            var shown = teller.tell(spoken);

            assertThat(reader.read(shown).spoken()).as(shown).isEqualTo(spoken);
            assertThat(Spoken.of(spoken.timing())).as(shown).contains(spoken);
        }
    }

    @Test
    void cron_without_words_is_shown_as_it_is() {
        assertThat(teller.tell(new Timing("0 0/5 * * * ?", HolidayPolicy.ANYWAY, MissedPolicy.SKIP)))
                .isEqualTo("0 0/5 * * * ?");
        assertThat(teller.tell(new Timing("0 0 9 ? * MON", HolidayPolicy.AFTER, MissedPolicy.LATE)))
                .isEqualTo("每周一 09:00，遇放假顺延到后一个工作日，错过了补发一次");
    }
}
