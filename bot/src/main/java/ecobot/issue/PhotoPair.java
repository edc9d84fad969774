package ecobot.issue;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import ecobot.issue.IssuePhoto.Moment;
import ecobot.issue.IssuePhotoMapper.PhotoRow;
import ecobot.media.Media;
import ecobot.media.Media.Content;
import ecobot.media.Media.Fetch;
import ecobot.picture.PairPicture;
import ecobot.picture.PairPicture.Side;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 前后对比: the first photo from before and the last one of the rectification that stands, as one picture. */
@Component
class PhotoPair {

    private final Issues issues;
    private final IssuePhotoMapper photos;
    private final Media media;
    private final IssueViews views;
    private final PairPicture pairs;
    private final PhotoWords words;
    private final Clock clock;

    PhotoPair(
            Issues issues,
            IssuePhotoMapper photos,
            Media media,
            IssueViews views,
            PairPicture pairs,
            PhotoWords words,
            Clock clock) {
        this.issues = issues;
        this.photos = photos;
        this.media = media;
        this.views = views;
        this.pairs = pairs;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Draws the pair of an issue and keeps it, in the caller's transaction. Takes some tenths of a second.
     *
     * @return the picture's hash in {@code ecobot.media}; empty while there is no photo of one side that has arrived
     */
    Optional<String> of(long issueNumber) {
        var all = photos.of(issueNumber);
        var held = media.ended(all.stream().map(PhotoRow::fetchId).toList()).stream()
                .filter(fetch -> fetch.state() == Fetch.State.HELD)
                .collect(toMap(Fetch::id, identity()));
        var evidence = Evidence.by(issues.history(issueNumber));
        var shown = all.stream()
                .filter(photo -> held.containsKey(photo.fetchId()))
                .filter(photo -> evidence.counts(photo.moment(), photo.addedAt()))
                .toList();
        return side(first(shown, Moment.BEFORE), held)
                .flatMap(before -> side(last(shown, Moment.AFTER), held)
                        .flatMap(after -> pairs.draw(heading(issueNumber), before, after)))
                .map(picture -> media.keep(picture, "image/jpeg"));
    }

    private String heading(long number) {
        var issue = issues.byNumber(number).orElseThrow();
        return words.heading(number, views.unit(issue.unitId()), issue.place());
    }

    private Optional<Side> side(Optional<PhotoRow> photo, Map<Long, Fetch> held) {
        return photo.flatMap(row -> side(row, Objects.requireNonNull(held.get(row.fetchId()))));
    }

    private Optional<Side> side(PhotoRow photo, Fetch fetch) {
        var caption = words.caption(photo.moment(), day(photo, fetch), clock.instant());
        return media.find(Objects.requireNonNull(fetch.hash()))
                .map(Content::bytes)
                .map(bytes -> new Side(caption, bytes));
    }

    /** The camera's word, unless its clock is ahead. */
    private static Instant day(PhotoRow photo, Fetch fetch) {
        var takenAt = fetch.takenAt();
        return takenAt == null || takenAt.isAfter(photo.addedAt()) ? photo.addedAt() : takenAt;
    }

    private static Optional<PhotoRow> first(List<PhotoRow> photos, Moment moment) {
        return photos.stream().filter(photo -> photo.moment() == moment).findFirst();
    }

    private static Optional<PhotoRow> last(List<PhotoRow> photos, Moment moment) {
        return photos.stream().filter(photo -> photo.moment() == moment).reduce((earlier, later) -> later);
    }
}
