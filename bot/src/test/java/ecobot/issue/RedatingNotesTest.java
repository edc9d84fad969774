package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.chat.Announcements;
import ecobot.chat.Reply.GroupNote;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Reply.Note;
import ecobot.issue.Redating.Moved;
import ecobot.roster.ListedRoster;
import ecobot.roster.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedatingNotesTest {

    private static final LocalDate OLD = LocalDate.of(2026, 12, 31);

    private final ListedRoster roster = new ListedRoster();
    private final Map<String, Note> told = new LinkedHashMap<>();
    private final RedatingNotes notes = new RedatingNotes(roster, remembering());

    @Test
    void each_units_own_group_is_told_once_and_a_unit_without_group_through_its_liaison() {
        var all = roster.group("全区群", "新丰", "大桥");
        var own = roster.group("新丰群", "新丰");
        var liaison = roster.member("余新联络员", "余新", Role.LIAISON);

        notes.tell("key", List.of(moved(1, "新丰"), moved(2, "大桥"), moved(3, "新丰"), moved(4, "余新")));

        assertThat(told).hasSize(3);
        assertThat(told.get("key:group:" + own.id()))
                .isInstanceOfSatisfying(
                        GroupNote.class, note -> assertThat(numbers(note)).containsExactly(1L, 3L));
        assertThat(told.get("key:group:" + all.id()))
                .isInstanceOfSatisfying(
                        GroupNote.class, note -> assertThat(numbers(note)).containsExactly(2L));
        assertThat(told.get("key:member:" + liaison.id()))
                .isInstanceOfSatisfying(
                        MemberNote.class, note -> assertThat(numbers(note)).containsExactly(4L));
    }

    @Test
    void nothing_that_moved_is_nothing_told() {
        notes.tell("key", List.of());

        assertThat(told).isEmpty();
    }

    @Test
    void long_list_is_cut_and_says_so() {
        roster.group("新丰群", "新丰");

        notes.tell(
                "key",
                IntStream.rangeClosed(1, 50).mapToObj(i -> moved(i, "新丰")).toList());

        var note = told.values().iterator().next();
        assertThat(IssueFixture.templatesAt(Instant.parse("2026-12-01T00:00:00Z"))
                        .render(note.template(), note.view())
                        .text())
                .startsWith("### 放假安排有变，50 件问题的期限随之调整")
                .contains("**#1** 12月31日 周四 → **2027年1月4日**", "还有 20 件没列出");
    }

    private Moved moved(long number, String unit) {
        return new Moved(number, roster.unit(unit).id(), OLD, OLD.plusDays(4));
    }

    private static Stream<Long> numbers(Note note) {
        return ((RedatingNotes.Redated) note.view()).issues().stream().map(RedatingNotes.Row::number);
    }

    private Announcements remembering() {
        return (key, note) -> told.put(key, note) == null;
    }
}
