package ecobot.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.quiz.Results.FirstAnswer;
import ecobot.quiz.Results.Share;
import ecobot.roster.Unit;
import ecobot.roster.Unit.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private static final List<Integer> THREE = List.of(1, 2, 3);
    private static final List<Unit> UNITS =
            IntStream.rangeClosed(1, 4).mapToObj(ResultsTest::unit).toList();

    private final List<FirstAnswer> answers = new ArrayList<>();
    private long members;

    @Test
    void units_stand_in_the_order_of_the_roster_and_small_ones_together() {
        people(3, 2, "+-+");
        people(1, 3, "++-");
        people(1, 1, "---");
        people(2, 2, "+--");
        people(4, 1, "+-+");

        var results = Results.of(THREE, answers, UNITS, 3);

        assertThat(results.units()).extracting(unit -> unit.unit().id()).containsExactly(1L);
        assertThat(results.units().get(0).share()).isEqualTo(new Share(4, List.of(3, 3, 0)));
        assertThat(results.rest()).isEqualTo(new Share(5, List.of(5, 0, 3)));
        assertThat(results.left()).isZero();
        assertThat(results.all()).isEqualTo(new Share(9, List.of(8, 3, 3)));
        assertThat(IntStream.range(0, 3).filter(results::isMostMissed))
                .as("two alike")
                .containsExactly(1, 2);
    }

    @Test
    void who_has_not_answered_all_does_not_count() {
        people(1, 3, "+++");
        answers.add(new FirstAnswer(99, 1L, 1, false));

        var results = Results.of(THREE, answers, UNITS, 3);

        assertThat(results.all()).isEqualTo(new Share(3, List.of(3, 3, 3)));
        assertThat(IntStream.range(0, 3).filter(results::isMostMissed)).isEmpty();
    }

    @Test
    void two_people_are_in_no_figure_for_the_difference_would_tell() {
        people(1, 5, "+++");
        people(2, 1, "---");
        answers.addAll(List.of(
                new FirstAnswer(98, null, 1, false),
                new FirstAnswer(98, null, 2, false),
                new FirstAnswer(98, null, 3, false)));

        var results = Results.of(THREE, answers, UNITS, 3);

        assertThat(results.rest()).isNull();
        assertThat(results.left()).isEqualTo(2);
        assertThat(results.all()).isEqualTo(new Share(5, List.of(5, 5, 5)));
    }

    /** Over random people: each figure is of three or more, and what is shown adds up. */
    @Test
    void no_figure_and_no_difference_of_figures_is_about_fewer_than_three() {
        var random = new Random(3);
        for (int run = 0; run < 300; run++) {
            answers.clear();
            int people = random.nextInt(25);
            for (int i = 0; i < people; i++) {
                people(1 + random.nextInt(4), 1, random.nextBoolean() ? "+-+" : "-++");
            }

            var results = Results.of(THREE, answers, UNITS, 3);

            var shown = new ArrayList<>(
                    results.units().stream().map(Results.UnitShare::share).toList());
            if (results.rest() != null) {
                shown.add(Objects.requireNonNull(results.rest()));
            }
            assertThat(shown).allSatisfy(share -> assertThat(share.people()).isGreaterThanOrEqualTo(3));
            assertThat(shown.stream().mapToInt(Share::people).sum())
                    .isEqualTo(results.all().people())
                    .isEqualTo(people - results.left());
            assertThat(results.left()).isLessThan(3);
        }
    }

    private void people(int unit, int count, String marks) {
        for (int i = 0; i < count; i++) {
            members++;
            for (int number = 1; number <= marks.length(); number++) {
                answers.add(new FirstAnswer(members, (long) unit, number, marks.charAt(number - 1) == '+'));
            }
        }
    }

    private static Unit unit(int id) {
        return new Unit(id, "单位" + id, "单位" + id, Kind.TOWN, null, id);
    }
}
