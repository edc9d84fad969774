package ecobot.scheduler;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** A walk through time from one moment of the schedules to the next; what lies between costs nothing. */
final class Walk {

    private final List<Rule> rules;
    private final Runs runs;
    private final Consumer<Instant> setClock;
    private final PriorityQueue<Step> ahead = new PriorityQueue<>(
            Comparator.comparing(Step::at).thenComparing(step -> step.rule().name()));

    Walk(List<Rule> rules, Runs runs, Consumer<Instant> setClock) {
        this.rules = rules;
        this.runs = runs;
        this.setClock = setClock;
    }

    Walk from(Instant start) {
        rules.forEach(rule -> stepAfter(start, rule));
        return this;
    }

    void to(Instant target) {
        while (!ahead.isEmpty() && !ahead.element().at().isAfter(target)) {
            take(ahead.remove());
        }
    }

    private void take(Step step) {
        setClock.accept(step.at());
        runs.runAt(step.rule(), step.at(), step.standing());
        stepAfter(step.retry() ? step.standing().accountedUpTo() : step.at(), step.rule());
    }

    /** The planned times count from {@code start} and not from the ledger: a clock set back walks through known ground. */
    private void stepAfter(Instant start, Rule rule) {
        Standing standing = new Standing(start, runs.standing(rule, start).last());
        Optional<Instant> moment = standing.nextMoment(rule.plan());
        moment.ifPresent(at -> ahead.add(new Step(at, rule, standing)));
    }

    private record Step(Instant at, Rule rule, Standing standing) {
        boolean retry() {
            return standing.retryAt().filter(at::equals).isPresent();
        }
    }
}
