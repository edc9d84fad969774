package ecobot.ranking;

import static ecobot.ranking.LeagueTableFixture.TEMPLATES;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.chat.Question.Choice;
import ecobot.roster.Group;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableCardTest {

    private static final Group GROUP = new Group(7, "cid", "群", List.of(), null);

    @Test
    void card_names_first_and_last_and_its_buttons_lead_to_the_rest() {
        var table = LeagueTableFixture.table();
        var card = new TableCard(TEMPLATES).of(snapshot(table), GROUP);

        var ranked = table.ranked();
        assertThat(card.message().text())
                .contains(ranked.get(0).unit(), ranked.get(ranked.size() - 1).unit(), "……", "数据截至")
                .doesNotContain(ranked.get(4).unit());
        assertThat(card.message().text().getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(1024);
        assertThat(card.trackId()).isEqualTo("ecobot-table-12-7");
        assertThat(card.buttons()).extracting(Choice::says).containsExactly("/排名 12", "/为什么", "/红黄绿");
    }

    private static Snapshot snapshot(LeagueTable table) {
        return new Snapshot(
                12,
                1,
                new Snapshot.Content(table, TableView.of(table, 1, LeagueTableFixture.WORDS)),
                "content-hash",
                "picture-hash",
                Instant.parse("2026-11-30T01:00:00Z"));
    }
}
