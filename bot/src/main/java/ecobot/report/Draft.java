package ecobot.report;

import ecobot.deadline.Deadline;
import ecobot.deadline.Source;
import ecobot.issue.Issue.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that is still being asked about. Kept as JSON between questions, so that nothing is lost; the photos are fetches that began with the
 * first message, since the platform's codes do not live long.
 *
 * @param unitId null while unknown
 * @param unknownUnit what was typed for a unit that the roster does not have, so that the unit has to be asked for; null when nothing was, and in
 *     drafts of older releases
 * @param kinds empty while unknown
 * @param place null when it was not said
 * @param description empty while unknown
 * @param deadline null when none was typed: the source's default applies
 * @param deadlineOwed whether a deadline was typed that cannot be one, so that it has to be asked for
 * @param surelyNew whether the person said that it is not one of the known ones
 * @param receivedAt when the first message came
 */
record Draft(
        @Nullable Long unitId,
        @Nullable String unknownUnit,
        List<Kind> kinds,
        Source source,
        @Nullable String place,
        String description,
        @Nullable Deadline deadline,
        boolean deadlineOwed,
        List<Long> photos,
        boolean surelyNew,
        Instant receivedAt) {

    /** One of which nothing is known but its photos. */
    static Draft empty(List<Long> photos, Instant receivedAt) {
        return new Draft(null, null, List.of(), Source.PATROL, null, "", null, false, photos, false, receivedAt);
    }

    static Draft of(Reading reading, List<Long> photos, Instant receivedAt) {
        var unit = reading.unit();
        var deadline = reading.deadline();
        return new Draft(
                unit == null ? null : unit.id(),
                reading.unknownUnit(),
                reading.kinds(),
                reading.source(),
                reading.place(),
                reading.description(),
                deadline == null ? null : deadline.deadline(),
                deadline != null && deadline.fault() != null,
                photos,
                false,
                receivedAt);
    }

    /**
     * With what a further text says about the fields that are still unknown. A unit that was typed and is not known is asked for all the same: the
     * person has not heard of it yet, so what he says of a place next to another unit puts nothing right.
     */
    Draft with(Reading more) {
        var added = of(more, photos, receivedAt);
        boolean named = unitId != null || unknownUnit != null;
        return new Draft(
                named ? unitId : added.unitId,
                named ? unknownUnit : added.unknownUnit,
                kinds.isEmpty() ? added.kinds : kinds,
                source == Source.PATROL ? added.source : source,
                place == null ? added.place : place,
                description.isEmpty() ? added.description : description,
                deadline == null ? added.deadline : deadline,
                deadline == null && (deadlineOwed || added.deadlineOwed),
                photos,
                surelyNew,
                receivedAt);
    }

    /** What this one, of several issues, does not say is taken from what was said before all of them; the photos may show any. */
    Draft orFrom(Draft before) {
        boolean named = unitId != null || unknownUnit != null;
        return new Draft(
                named ? unitId : before.unitId,
                named ? unknownUnit : before.unknownUnit,
                kinds.isEmpty() ? before.kinds : kinds,
                source == Source.PATROL ? before.source : source,
                place == null ? before.place : place,
                description,
                deadline == null && !deadlineOwed ? before.deadline : deadline,
                deadlineOwed || (deadline == null && before.deadlineOwed),
                before.photos,
                surelyNew,
                before.receivedAt);
    }

    Draft withUnit(long id) {
        return new Draft(
                id, null, kinds, source, place, description, deadline, deadlineOwed, photos, surelyNew, receivedAt);
    }

    Draft withKinds(List<Kind> chosen) {
        return new Draft(
                unitId,
                unknownUnit,
                chosen,
                source,
                place,
                description,
                deadline,
                deadlineOwed,
                photos,
                surelyNew,
                receivedAt);
    }

    Draft saying(String more) {
        return new Draft(
                unitId, unknownUnit, kinds, source, place, more, deadline, deadlineOwed, photos, surelyNew, receivedAt);
    }

    Draft withDeadline(Deadline chosen) {
        return new Draft(
                unitId, unknownUnit, kinds, source, place, description, chosen, false, photos, surelyNew, receivedAt);
    }

    Draft withPhotos(List<Long> more) {
        var all = new ArrayList<>(photos);
        more.stream().filter(id -> !all.contains(id)).forEach(all::add);
        return new Draft(
                unitId,
                unknownUnit,
                kinds,
                source,
                place,
                description,
                deadline,
                deadlineOwed,
                all,
                surelyNew,
                receivedAt);
    }

    Draft surelyNewOne() {
        return new Draft(
                unitId,
                unknownUnit,
                kinds,
                source,
                place,
                description,
                deadline,
                deadlineOwed,
                photos,
                true,
                receivedAt);
    }
}
