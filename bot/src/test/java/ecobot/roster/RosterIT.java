package ecobot.roster;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.EcoBotIT;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EcoBotIT
class RosterIT {

    private final Roster roster;
    private final Presence presence;

    @Autowired
    RosterIT(Roster roster, Presence presence) {
        this.roster = roster;
        this.presence = presence;
    }

    @Test
    void demonstration_has_eleven_ranked_units_two_areas_and_every_role() {
        assertThat(roster.rankedUnits()).hasSize(11).extracting(Unit::shortName).contains("新丰", "建设");
        assertThat(roster.areas()).hasSize(2);
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(roster.membersWith(role)).isNotEmpty());
        assertThat(roster.subscribersOf("league-table")).hasSize(15);
    }

    @ParameterizedTest
    @CsvSource({"新丰镇,新丰镇", "新丰,新丰镇", "xinfeng,新丰镇", "XF,新丰镇", "新豐鎮,新丰镇", "ｘｉｎｆｅｎｇｚｈｅｎ,新丰镇", "凤桥,凤桥镇"})
    void units_are_known_by_name_short_name_pinyin_and_initials(String typed, String name) {
        assertThat(roster.unitsNamed(typed)).extracting(Unit::name).containsExactly(name);
    }

    @Test
    void doubtful_words_name_several_units_and_nonsense_none() {
        assertThat(roster.unitsNamed("xin")).extracting(Unit::name).contains("新嘉街道", "新兴街道", "新丰镇");
        assertThat(roster.unitsNamed("海南")).isEmpty();
        assertThat(roster.unitsNamed(" ")).isEmpty();
    }

    @Test
    void who_was_heard_in_a_group_counts_as_in_it_for_sixty_days() {
        var group = roster.groupByConversation("cidDaqiao").orElseThrow();
        var member = roster.memberByStaffId("daqiao-1").orElseThrow();
        var at = Instant.parse("2027-03-01T02:00:00Z");

        assertThat(presence.isIn(group, member, at)).isFalse();
        presence.heard(group, member, at.minus(Duration.ofDays(70)));
        assertThat(presence.isIn(group, member, at)).as("long ago").isFalse();
        presence.heard(group, member, at.minus(Duration.ofDays(60)));
        assertThat(presence.isIn(group, member, at)).isTrue();
        assertThat(presence.isIn(roster.groupByConversation("cidYuxin").orElseThrow(), member, at))
                .isFalse();
    }

    @Test
    void longest_name_in_a_text_wins() {
        assertThat(roster.unitIn("今天巡查发现大桥镇工业园有异味")).hasValueSatisfying(mention -> {
            assertThat(mention.unit().name()).isEqualTo("大桥镇");
            assertThat(mention.start()).isEqualTo(6);
            assertThat(mention.end()).isEqualTo(9);
        });
        assertThat(roster.unitIn("没有单位")).isEmpty();
    }

    @Test
    void group_of_one_unit_knows_it_and_unknown_group_is_added_without_units() {
        var group = roster.groupByConversation("cidXinfeng").orElseThrow();
        assertThat(roster.unit(group.unitIds().get(0))).map(Unit::name).hasValue("新丰镇");

        assertThat(roster.seenGroup("cidNewcomer==", "新群").unitIds()).isEmpty();
        assertThat(roster.seenGroup("cidNewcomer==", "新群").title()).isEqualTo("新群");
    }
}
