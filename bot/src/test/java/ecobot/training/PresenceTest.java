package ecobot.training;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.roster.Member;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trainer's list of who came. */
class PresenceTest {

    private final TrainingFixture fixture = new TrainingFixture();
    private final List<Member> all = List.of(member("甲一"), member("甲一一"), member("乙一"), member("丙一"), member("旁听的一"));
    private final List<Member> signed = all.subList(0, 4);

    @ParameterizedTest
    @CsvSource({
        "'全到',甲一 甲一一 乙一 丙一",
        "'乙一没来，旁听的一来了',甲一 甲一一 丙一 旁听的一",
        "'甲一来了，乙一没来',甲一 甲一一 丙一",
        "'没来：乙一、丙一',甲一 甲一一",
        "'甲一，乙一没来',甲一一 丙一",
        "'除了甲一，乙一，都到了',甲一一 丙一",
        "'缺 甲一',甲一一 乙一 丙一",
        "全到 除了乙一,甲一 甲一一 丙一",
        "除了甲一一、乙一，都到了,甲一 丙一",
        "乙一没来,甲一 甲一一 丙一",
        "丙一、乙一没来,甲一 甲一一",
        "乙一 丙一,乙一 丙一",
        "乙一，旁听的一,乙一 旁听的一",
        "全到 旁听的一 除了丙一,甲一 甲一一 乙一 旁听的一",
        "甲一一,甲一一",
    })
    void names_everybody_and_exceptions(String line, String there) {
        var list = read(line);

        assertThat(list.unknown()).isEmpty();
        assertThat(list.there()).extracting(Member::name).containsExactlyInAnyOrder(there.split(" "));
    }

    @Test
    void who_is_not_on_the_roster_is_named() {
        assertThat(read("甲一、王五").unknown()).containsExactly("王五");
        assertThat(read("全到 除了王五").unknown()).containsExactly("王五");
        assertThat(read("").empty()).isTrue();
    }

    private Presence read(String line) {
        return Presence.in(line, signed, all, fixture.templates.words(AttendanceWords.FILE, AttendanceWords.class));
    }

    private Member member(String name) {
        return fixture.roster.member(name, "新丰");
    }
}
