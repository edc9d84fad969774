package ecobot.roster;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.EcoBotIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@EcoBotIT
class RosterIT {

    private final DatabaseRoster roster;
    private final Presence presence;
    private final RosterMapper rows;
    private final TransactionTemplate transaction;

    @Autowired
    RosterIT(DatabaseRoster roster, Presence presence, RosterMapper rows, TransactionTemplate transaction) {
        this.roster = roster;
        this.presence = presence;
        this.rows = rows;
        this.transaction = transaction;
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
    @Transactional
    void role_and_unit_that_the_file_names_no_more_are_taken_back_and_subscriptions_stay(@TempDir Path folder)
            throws IOException {
        fill(folder, "INSPECTOR, ADMIN", "新丰镇, 凤桥镇", "training, laws");
        assertThat(roster.memberByStaffId("moved-1"))
                .hasValueSatisfying(member -> assertThat(member.is(Role.ADMIN)).isTrue());

        fill(folder, "INSPECTOR", "凤桥镇", "training");

        assertThat(roster.memberByStaffId("moved-1")).hasValueSatisfying(member -> {
            assertThat(member.is(Role.INSPECTOR)).isTrue();
            assertThat(member.is(Role.ADMIN)).isFalse();
        });
        assertThat(roster.groupByConversation("cidMoved"))
                .hasValueSatisfying(group -> assertThat(group.unitIds())
                        .containsExactly(roster.unitsNamed("凤桥").get(0).id()));
        assertThat(roster.subscribersOf("laws"))
                .extracting(Group::conversationId)
                .contains("cidMoved");
        assertThat(roster.memberByStaffId("admin-1"))
                .as("an entry that is not in the file")
                .hasValueSatisfying(member -> assertThat(member.is(Role.ADMIN)).isTrue());
    }

    private void fill(Path folder, String roles, String units, String subscriptions) throws IOException {
        var file = Files.writeString(folder.resolve("roster.yml"), """
                units:
                  - { name: 凤桥镇, short: 凤桥, kind: TOWN, area: "片区二", order: 8 }
                  - { name: 新丰镇, short: 新丰, kind: TOWN, area: "片区二", order: 10 }
                members:
                  - { staffId: moved-1, name: 调动人员一, unit: 新丰镇, roles: [%s] }
                groups:
                  - { id: cidMoved, title: 调整工作群, units: [%s], subscriptions: [%s] }
                """.formatted(roles, units, subscriptions));
        var location = new RosterLocation(file.toUri().toString());
        new RosterImport(rows, roster, transaction, new DefaultResourceLoader(), location)
                .run(new DefaultApplicationArguments());
    }

    @AfterTransaction
    void forgetWhatWasRolledBack() {
        roster.forget();
    }

    @Test
    void group_of_one_unit_knows_it_and_unknown_group_is_added_without_units() {
        var group = roster.groupByConversation("cidXinfeng").orElseThrow();
        assertThat(roster.unit(group.unitIds().get(0))).map(Unit::name).hasValue("新丰镇");

        assertThat(roster.seenGroup("cidNewcomer==", "新群").unitIds()).isEmpty();
        assertThat(roster.seenGroup("cidNewcomer==", "新群").title()).isEqualTo("新群");
    }
}
