package ecobot.report;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.deadline.DeadlineFixture;
import ecobot.deadline.Deadlines.Fault;
import ecobot.deadline.Source;
import ecobot.issue.Issue.Kind;
import ecobot.issue.IssueFixture;
import ecobot.roster.ListedRoster;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {

    private static final Instant NOW =
            LocalDateTime.parse("2026-11-24T12:00").atZone(Zone.SHANGHAI).toInstant();

    private final ReportReader reader = new ReportReader(
            IssueFixture.templatesAt(NOW),
            IssueFixture.unitsAt(NOW, new ListedRoster()),
            DeadlineFixture.deadlinesAt(NOW));

    @Test
    void line_falls_into_its_parts() {
        var reading = only("新丰 横港桥西侧河道漂浮垃圾 3天内");

        assertThat(reading.unit().name()).isEqualTo("新丰镇");
        assertThat(reading.place()).isEqualTo("横港桥西侧");
        assertThat(reading.description()).isEqualTo("横港桥西侧河道漂浮垃圾");
        assertThat(reading.kinds()).containsExactly(Kind.WATER, Kind.WASTE);
        assertThat(reading.deadline().deadline().dueOn()).hasToString("2026-11-27");
    }

    @ParameterizedTest
    @CsvSource({
        "xinfeng 河道污水,新丰镇",
        "xf 河道污水,新丰镇",
        "新丰镇横港桥河道污水,新丰镇",
        "在新丰发现河道污水,新丰镇",
        "新豐鎮 河道污水,新丰镇",
        "南湖区凤桥镇 河道污水,凤桥镇",
        "南湖区凤桥 河道污水,凤桥镇",
        "建设 河道污水,建设街道",
        "建设街道河道污水,建设街道",
        "新丰 建设工地扬尘,新丰镇",
        "大桥 河道污水,大桥镇",
        "凤桥 三星村与新丰镇交界处河道垃圾,凤桥镇",
        "南湖区凤桥，三星村与新丰镇交界处河道垃圾,凤桥镇"
    })
    void unit_is_found(String text, String unit) {
        assertThat(only(text).unit()).as(text).isNotNull();
        assertThat(only(text).unit().name()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"建设工地扬尘", "平湖塘大桥附近有人倾倒垃圾", "南湖区内河道污水", "解放军路口噪声", "南湖分局巡查发现河道污水"})
    void common_words_are_no_unit(String text) {
        assertThat(only(text).unit()).as(text).isNull();
        assertThat(only(text).unknownUnit()).isNull();
    }

    @Test
    void unknown_unit_is_kept_apart() {
        var reading = only("新凤镇 河道污水");

        assertThat(reading.unknownUnit()).isEqualTo("新凤镇");
        assertThat(reading.description()).isEqualTo("河道污水");
    }

    @Test
    void unknown_unit_at_the_beginning_is_not_replaced_by_one_named_later() {
        var reading = only("新凤镇 三星村与新丰镇交界处河道垃圾");

        assertThat(reading.unit()).isNull();
        assertThat(reading.unknownUnit()).isEqualTo("新凤镇");
    }

    @ParameterizedTest
    @CsvSource({
        "河道里有污水,WATER",
        "工地扬尘很大,AIR",
        "露天焚烧秸秆,AIR",
        "路边垃圾堆放,WASTE",
        "夜间施工噪声扰民,NOISE",
        "垃圾焚烧冒黑烟,AIR WASTE",
        "偷排污水又倾倒渣土,WATER WASTE",
        "夜里太吵,NOISE",
        "水 气 都有问题,WATER AIR",
        "基站辐射,RADIATION",
        "有人电鱼,ECOLOGY"
    })
    void kinds_are_told_from_the_words(String text, String kinds) {
        assertThat(only(text).kinds())
                .containsExactlyElementsOf(
                        Arrays.stream(kinds.split(" ")).map(Kind::valueOf).toList());
    }

    @Test
    void words_without_a_kind_have_none() {
        assertThat(only("水泥厂旁有人吵架").kinds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "横港桥西侧河道漂浮垃圾,横港桥西侧",
        "东风村5组农田焚烧秸秆,东风村5组农田",
        "平湖塘大桥附近有人倾倒垃圾,平湖塘大桥附近",
        "在永红村南侧的河道有油污,永红村南侧",
        "某某纺织公司排放黑烟,某某纺织公司",
        "新丰镇竹林村12号门口堆放渣土,竹林村12号门口",
        "巡查发现，城南路与中环路交叉口有扬尘,城南路与中环路交叉口",
        "'污水直排，位于双溪路88号旁',双溪路88号旁",
        "'前往竹林村巡查，发现桥下河道有垃圾',竹林村"
    })
    void place_is_found(String text, String place) {
        assertThat(only(text).place()).as(text).isEqualTo(place);
    }

    @Test
    void text_without_a_place_has_none() {
        assertThat(only("河道污水").place()).isNull();
        assertThat(only("垃圾没人管").place()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "中央环保督察交办：河道垃圾,SUPERIOR",
        "中央督察转办信访件：河道垃圾,SUPERIOR",
        "12369 转来：河道垃圾,HOTLINE",
        "信访反映河道垃圾,PETITION",
        "河道垃圾,PATROL"
    })
    void source_is_found_and_what_superiors_send_on_is_theirs(String text, Source source) {
        assertThat(only(text).source()).isEqualTo(source);
    }

    @Test
    void smoke_that_disturbs_people_is_no_noise() {
        assertThat(only("饭店油烟扰民").kinds()).containsExactly(Kind.AIR);
        assertThat(only("夜间施工扰民").kinds()).containsExactly(Kind.NOISE);
    }

    @Test
    void notice_with_brackets_is_understood() {
        var reading = only("""
            【交办通知】
            【责任单位】新丰镇
            【地点】竹林村南侧
            【问题描述】河道内有大量水葫芦，
            岸边堆放垃圾
            【期限】12月5日前
            【来源】群众举报""");

        assertThat(reading.unit().shortName()).isEqualTo("新丰");
        assertThat(reading.place()).isEqualTo("竹林村南侧");
        assertThat(reading.description()).isEqualTo("河道内有大量水葫芦， 岸边堆放垃圾");
        assertThat(reading.kinds()).containsExactly(Kind.WATER, Kind.WASTE);
        assertThat(reading.source()).isEqualTo(Source.PUBLIC);
        assertThat(reading.deadline().deadline().dueOn()).hasToString("2026-12-05");
    }

    @Test
    void notice_with_colons_is_understood() {
        var reading = only("""
            1、单位：余新
            2、地址：普光村
            3、问题：工地裸土未覆盖
            4、整改期限：五个工作日""");

        assertThat(reading.unit().shortName()).isEqualTo("余新");
        assertThat(reading.place()).isEqualTo("普光村");
        assertThat(reading.description()).isEqualTo("工地裸土未覆盖");
        assertThat(reading.deadline().deadline().dueOn()).hasToString("2026-12-01");
    }

    @Test
    void heading_that_makes_no_sense_is_told() {
        var reading = only("【责任单位】新凤镇【问题】河道污水【期限】尽快");

        assertThat(reading.unit()).isNull();
        assertThat(reading.unknownUnit()).isEqualTo("新凤镇");
        assertThat(reading.deadline().fault()).isEqualTo(Fault.NOT_UNDERSTOOD);
    }

    @Test
    void words_before_the_first_heading_are_the_description_when_none_has_a_heading() {
        var reading = only("竹林村河道垃圾\n期限：3天内");

        assertThat(reading.description()).isEqualTo("竹林村河道垃圾");
        assertThat(reading.place()).isEqualTo("竹林村");
        assertThat(reading.deadline().deadline().dueOn()).hasToString("2026-11-27");
    }

    @Test
    void unit_before_the_first_heading_is_found_unless_a_heading_names_another() {
        assertThat(only("凤桥镇\n地点：三星村\n问题：与新丰镇交界处焚烧秸秆").unit().name()).isEqualTo("凤桥镇");
        assertThat(only("凤乔镇\n地点：三星村\n问题：焚烧秸秆").unknownUnit()).isEqualTo("凤乔镇");
        assertThat(only("新丰镇巡查通报\n责任单位：凤桥镇\n问题：焚烧秸秆").unit().name()).isEqualTo("凤桥镇");
    }

    @Test
    void place_ends_with_its_line_and_is_cut_where_it_is_too_long() {
        var long150 = "河道垃圾".repeat(38);
        var notice = only("地点：竹林村桥下\n现场情况：" + long150 + "\n整改期限：3天内");
        assertThat(notice.place()).isEqualTo("竹林村桥下");
        assertThat(notice.description()).isEqualTo(long150);

        var unheard = only("地点：竹林村桥下\n现场所见：" + long150 + "\n整改期限：3天内");
        assertThat(unheard.place()).isEqualTo("竹林村桥下");
        assertThat(unheard.description()).isEqualTo("现场所见：" + long150);

        assertThat(only("地点：" + "竹林村".repeat(50) + "\n问题：河道垃圾").place()).hasSize(120);
        assertThat(reader.read("单位\t地点\t问题\n新丰\t" + "竹林村".repeat(50) + "\t河道垃圾\n凤桥\t三星村\t焚烧秸秆", NOW))
                .extracting(reading -> reading.place().length())
                .containsExactly(120, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1、新丰竹林村桥下河道垃圾，3天内\n2、凤桥三星村焚烧秸秆，12月10日前",
                "巡查发现：\n（1）新丰竹林村桥下河道垃圾，3天内\n（2）凤桥三星村焚烧秸秆，12月10日前",
                "① 新丰竹林村桥下河道垃圾，3天内\n② 凤桥三星村焚烧秸秆，\n12月10日前",
                "1.新丰竹林村桥下河道垃圾，3天内\n2.凤桥三星村焚烧秸秆，12月10日前",
                """
                【地点】竹林村桥下
                【责任单位】新丰镇
                【问题】河道垃圾
                【期限】3天内
                【地点】三星村
                【责任单位】凤桥镇
                【问题】焚烧秸秆
                【期限】12月10日前"""
            })
    void several_issues_of_one_text_are_each_read(String text) {
        var readings = reader.read(text, NOW);

        assertThat(readings).extracting(reading -> reading.unit().shortName()).containsExactly("新丰", "凤桥");
        assertThat(readings)
                .extracting(reading -> reading.deadline().deadline().dueOn().toString())
                .containsExactly("2026-11-27", "2026-12-10");
        assertThat(readings.get(0).description()).contains("河道垃圾").doesNotContain("秸秆");
        assertThat(readings.get(1).description()).contains("焚烧秸秆").doesNotContain("垃圾");
    }

    @Test
    void what_stands_before_several_issues_is_about_all_of_them() {
        var numbered = reader.read("新丰镇，3天内整改：\n1、竹林村河道垃圾\n2、凤桥三星村焚烧秸秆", NOW);
        assertThat(numbered).extracting(reading -> reading.unit().shortName()).containsExactly("新丰", "凤桥");
        assertThat(numbered)
                .extracting(reading -> reading.deadline().deadline().dueOn().toString())
                .containsOnly("2026-11-27");

        var notice = reader.read("责任单位：新丰镇\n地点：竹林村\n问题：河道垃圾\n地点：横港桥\n问题：污水外溢", NOW);
        assertThat(notice).extracting(reading -> reading.unit().shortName()).containsExactly("新丰", "新丰");
        assertThat(notice).extracting(Reading::place).containsExactly("竹林村", "横港桥");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "新丰 竹林村河道：\n1、垃圾堆放没人管",
                "新丰 竹林村河道垃圾\n2、堆放\n1、没人管",
                "新丰 竹林村河道垃圾：\n1、请立即清理\n2、3天内反馈",
                "新丰 竹林村河道垃圾\n1.5米宽\n2.5米长",
                "属地：新丰镇\n责任单位：新丰镇\n问题：\n1、河道垃圾\n2、岸边焚烧秸秆"
            })
    void one_issue_with_numbers_stays_one(String text) {
        assertThat(only(text).unit().shortName()).isEqualTo("新丰");
    }

    @Test
    void rows_under_headings_are_understood() {
        var readings =
                reader.read("巡查问题清单\n序号\t责任单位\t地点\t问题描述\t期限\n1\t新丰镇\t横港桥\t河道垃圾\t3天内\n2\t凤桥\t三星村\t焚烧秸秆\t12/5\n", NOW);

        assertThat(readings).extracting(reading -> reading.unit().shortName()).containsExactly("新丰", "凤桥");
        assertThat(readings).extracting(Reading::place).containsExactly("横港桥", "三星村");
        assertThat(readings)
                .extracting(reading -> reading.deadline().deadline().dueOn().toString())
                .containsExactly("2026-11-27", "2026-12-05");
    }

    @Test
    void rows_without_headings_are_guessed() {
        var readings = reader.read("新丰\t横港桥西侧\t河道漂浮垃圾\t水、固废\t3天内\n大桥镇\t江南路沿街油烟扰民\t下周三", NOW);

        assertThat(readings).extracting(Reading::place).containsExactly("横港桥西侧", "江南路沿街");
        assertThat(readings).extracting(Reading::description).containsExactly("河道漂浮垃圾", "江南路沿街油烟扰民");
        assertThat(readings)
                .extracting(Reading::kinds)
                .containsExactly(List.of(Kind.WATER, Kind.WASTE), List.of(Kind.AIR));
    }

    @Test
    void deadline_inside_a_sentence_stays_in_the_description() {
        var reading = only("新丰 河道污水直排，要求3天内整改到位");

        assertThat(reading.description()).isEqualTo("河道污水直排");
        assertThat(only("请新丰3天内把河道垃圾清掉").description()).isEqualTo("请新丰3天内把河道垃圾清掉");
    }

    private Reading only(String text) {
        assertThat(reader.read(text, NOW)).hasSize(1);
        return reader.read(text, NOW).get(0);
    }
}
