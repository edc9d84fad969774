package ecobot.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.chat.UserMistake;
import ecobot.roster.Member;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session in one line, as trainers type it. */
class LineReaderTest {

    private final TrainingFixture fixture = new TrainingFixture();

    @ParameterizedTest
    @CsvSource({
        "12月8日 14:00 固废法,2026-12-08T14:00",
        "12月8日14点固废法,2026-12-08T14:00",
        "12月8号下午2点半 固废法,2026-12-08T14:30",
        "固废法 12/8 9:30,2026-12-08T09:30",
        "2027年3月15日（周一）上午九点 固废法,2027-03-15T09:00",
        "2027-03-15 14:00-16:00 固废法,2027-03-15T14:00",
        "3月15日 14:00至16:00 固废法,2027-03-15T14:00",
        "明天上午9点 固废法,2026-11-29T09:00",
        "下周三 14:00 固废法,2026-12-02T14:00",
        "固废法 12月8日晚7点,2026-12-08T19:00",
        "12月15日 中午1点 固废法,2026-12-15T13:00",
        "12月15日 中午12点 固废法,2026-12-15T12:00",
        "12月15日 中午11点半 固废法,2026-12-15T11:30",
        "12月15日 晚上12点 固废法,2026-12-15T23:59",
        "12月15日 晚上8点 固废法,2026-12-15T20:00",
        "12月15日 下午3点半 固废法,2026-12-15T15:30",
        "明天中午1点 固废法,2026-11-29T13:00",
    })
    void day_and_hour(String line, String expected) {
        var draft = read(line);

        assertThat(draft.when())
                .isEqualTo(
                        When.on(LocalDate.parse(expected.substring(0, 10)), LocalTime.parse(expected.substring(11))));
        assertThat(draft.topic()).isEqualTo("固废法");
    }

    @ParameterizedTest
    @CsvSource({"12月 固废法,2026-12", "固废法培训 3月份,2027-03", "2027年6月上旬 固废法,2027-06", "明年12月 固废法,2027-12", "11月底 固废法,2026-11"
    })
    void month_alone(String line, String expected) {
        assertThat(read(line).when()).isEqualTo(When.in(YearMonth.parse(expected)));
        assertThat(read(line).topic()).startsWith("固废法");
    }

    @Test
    void day_without_an_hour_and_people_who_are_no_hour() {
        assertThat(read("12月8日 30人以下企业排污培训").when()).isEqualTo(When.on(LocalDate.of(2026, 12, 8), null));
        assertThat(read("12月8日 30人以下企业排污培训").topic()).isEqualTo("30人以下企业排污培训");
    }

    @Test
    void named_parts_in_any_order() {
        var draft = read("新建固废法培训，对象：凤桥、新丰镇联络员；讲师 宣教员一 地点 区行政中心301 名额40 时间 12月8日 14:00");

        assertThat(draft.topic()).isEqualTo("新建固废法培训");
        assertThat(draft.audience()).isEqualTo("凤桥、新丰镇联络员");
        assertThat(draft.unitIds())
                .containsExactlyInAnyOrder(
                        fixture.roster.unit("凤桥").id(),
                        fixture.roster.unit("新丰").id());
        assertThat(draft.trainer()).isEqualTo("宣教员一");
        assertThat(draft.trainerId()).isNotNull();
        assertThat(draft.place()).isEqualTo("区行政中心301");
        assertThat(draft.capacity()).isEqualTo(40);
        assertThat(draft.when()).isEqualTo(When.on(LocalDate.of(2026, 12, 8), LocalTime.of(14, 0)));
    }

    @Test
    void lecturer_from_outside_and_a_place_online() {
        var draft = read("12月8日 危废管理 讲师 市局专家 地点 钉钉会议 对象 各镇街");

        assertThat(draft.trainer()).isEqualTo("市局专家");
        assertThat(draft.trainerId()).isNull();
        assertThat(draft.online()).isTrue();
        assertThat(draft.unitIds()).as("everybody").isEmpty();
    }

    @Test
    void all_towns_or_all_subdistricts() {
        assertThat(fixture.drafts.units("各镇分管领导")).hasSize(4);
        assertThat(fixture.drafts.units("各街道和大桥镇")).hasSize(8);
        assertThat(fixture.drafts.units("各镇（街道）联络员")).isEmpty();
        assertThat(fixture.drafts.units("")).isEqualTo(Set.of());
    }

    @Test
    void everybody_of_a_unit_is_not_everybody() {
        assertThat(read("12月15日 14:00 固废法 对象 新丰镇全体网格员").unitIds())
                .containsExactly(fixture.roster.unit("新丰").id());
        assertThat(fixture.drafts.units("全区各镇分管领导")).hasSize(4);
        assertThat(fixture.drafts.units("全体网格员")).as("all units").isEmpty();
        assertThat(fixture.drafts.units("全区联络员")).as("all units").isEmpty();
        assertThat(fixture.drafts.units("各镇街和新丰镇")).as("all units").isEmpty();
    }

    @Test
    void words_of_names_inside_a_topic_are_the_topic() {
        assertThat(read("12月8日 时间管理和对象识别").topic()).isEqualTo("时间管理和对象识别");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2月30日 固废法",
                "12月8日 25:70 固废法 时间 没定",
                "12月8日 晚上2点 固废法",
                "2025年3月1日 固废法",
                "12月8日 固废法 名额 很多",
                "12月8日 固废法 名额 0",
            })
    void what_cannot_be_is_refused(String line) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(UserMistake.class);
    }

    @Test
    void word_and_number_in_either_order() {
        assertThat(Wish.in("改 12 12月9日", fixture.words)).isEqualTo(new Wish(TrainingWords.Verb.CHANGE, 12L, "12月9日"));
        assertThat(Wish.in("12 纪要 讲了台账", fixture.words)).isEqualTo(new Wish(TrainingWords.Verb.MINUTES, 12L, "讲了台账"));
        assertThat(Wish.in("#12", fixture.words)).isEqualTo(new Wish(null, 12L, ""));
        assertThat(Wish.in("", fixture.words)).isEqualTo(new Wish(null, null, ""));
        assertThat(Wish.in("新建 12月8日 固废法", fixture.words).number()).isNull();
    }

    private Draft read(String line) {
        Member trainer = fixture.roster.member("宣教员二", "分局");
        return fixture.drafts.with(
                Drafts.blank(trainer),
                fixture.drafts.read(line, TrainingFixture.NOW).looseAsTopic(),
                TrainingFixture.NOW);
    }
}
