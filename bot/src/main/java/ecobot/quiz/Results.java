package ecobot.quiz;

import ecobot.roster.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the questions of a material were answered, by unit in the order of the roster: so that trainers know what to teach, never to rank anybody. Only
 * first answers count, and only people who answered all. What a few people answered is not shown: units with fewer than {@code fewest} stand
 * together, and when even together they are fewer, they are in no figure at all, for else the difference would tell.
 *
 * @param questions the numbers of the questions, in order
 * @param all everybody whose answers are in a figure
 * @param units those with enough people, in the order of the roster
 * @param rest the others together; null when there are none, or too few
 * @param left how many people are in no figure
 */
record Results(
        List<Integer> questions,
        Share all,
        List<UnitShare> units,
        @Nullable Share rest,
        int left) {

    /** One first answer; the unit is null for somebody who belongs to none. */
    record FirstAnswer(long memberId, @Nullable Long unitId, int number, boolean answeredRight) {}

    /**
     * What some people answered.
     *
     * @param people how many
     * @param right how many of them were right, by question
     */
    record Share(int people, List<Integer> right) {

        double of(int question) {
            return people == 0 ? 0 : (double) right.get(question) / people;
        }

        Share plus(Share other) {
            return new Share(
                    people + other.people,
                    IntStream.range(0, right.size())
                            .mapToObj(i -> right.get(i) + other.right.get(i))
                            .toList());
        }
    }

    record UnitShare(Unit unit, Share share) {}

    /**
     * @param units all that there are, in the order to show
     * @param fewest people whose answers are shown together
     */
    static Results of(List<Integer> questions, List<FirstAnswer> answers, List<Unit> units, int fewest) {
        var byUnit = byUnit(questions, answers);
        var shown = new ArrayList<UnitShare>();
        var rest = none(questions);
        for (var unit : units) {
            var share = Objects.requireNonNullElse(byUnit.remove(unit.id()), none(questions));
            if (share.people >= fewest) {
                shown.add(new UnitShare(unit, share));
            } else {
                rest = rest.plus(share);
            }
        }
        rest = byUnit.values().stream().reduce(rest, Share::plus);
        boolean enough = rest.people >= fewest;
        var all = shown.stream().map(UnitShare::share).reduce(enough ? rest : none(questions), Share::plus);
        return new Results(questions, all, List.copyOf(shown), enough ? rest : null, enough ? 0 : rest.people);
    }

    /** Whether no other question was missed more often; false for all when none was missed. */
    boolean isMostMissed(int question) {
        int right = all.right().get(question);
        return right < all.people() && all.right().stream().allMatch(other -> other >= right);
    }

    private static Map<@Nullable Long, Share> byUnit(List<Integer> questions, List<FirstAnswer> answers) {
        Map<Long, List<FirstAnswer>> byMember = new HashMap<>();
        answers.forEach(answer -> byMember.computeIfAbsent(answer.memberId(), any -> new ArrayList<>())
                .add(answer));
        Map<@Nullable Long, Share> byUnit = new HashMap<>();
        for (var one : byMember.values()) {
            var right = questions.stream().map(number -> rightAt(one, number)).toList();
            if (right.stream().noneMatch(count -> count < 0)) {
                byUnit.merge(one.get(0).unitId(), new Share(1, right), Share::plus);
            }
        }
        return byUnit;
    }

    /** 1 or 0; -1 when the question was not answered. */
    private static int rightAt(List<FirstAnswer> answers, int number) {
        return answers.stream()
                .filter(answer -> answer.number() == number)
                .mapToInt(answer -> answer.answeredRight() ? 1 : 0)
                .findFirst()
                .orElse(-1);
    }

    private static Share none(List<Integer> questions) {
        return new Share(0, questions.stream().map(number -> 0).toList());
    }
}
