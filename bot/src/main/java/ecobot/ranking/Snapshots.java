package ecobot.ranking;

import ecobot.media.Media;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was posted, and finds it again. Writes in the caller's transaction. */
@Component
class Snapshots {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            // A table that was posted before something was counted has none of it.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final SnapshotMapper mapper;
    private final Media media;
    private final Clock clock;

    Snapshots(SnapshotMapper mapper, Media media, Clock clock) {
        this.mapper = mapper;
        this.media = media;
        this.clock = clock;
    }

    /** The table that an occurrence posted, the latest of several; empty when it has not posted any. */
    Optional<Snapshot> ofOccurrence(long occurrenceId) {
        return allOfOccurrence(occurrenceId).stream().reduce((earlier, later) -> later);
    }

    /** The tables that an occurrence posted, the earliest period first. */
    List<Snapshot> allOfOccurrence(long occurrenceId) {
        return mapper.ofOccurrence(occurrenceId).stream()
                .map(Snapshots::snapshot)
                .toList();
    }

    /** The last version that was posted of a period's table. */
    Optional<Snapshot> latest(Period period) {
        return found(mapper.latest(period.kind(), period.from()));
    }

    /** The last versions of the periods before one, the latest first. */
    List<Snapshot> before(Period period, int limit) {
        return mapper.before(period.kind(), period.from(), limit).stream()
                .map(Snapshots::snapshot)
                .toList();
    }

    /** The last versions of the periods after one, the earliest first. */
    List<Snapshot> after(Period period) {
        return mapper.after(period.kind(), period.from()).stream()
                .map(Snapshots::snapshot)
                .toList();
    }

    /** A table by the number that is printed under it. */
    Optional<Snapshot> numbered(long id) {
        return found(mapper.byId(id));
    }

    /** What was posted last, of whatever period. */
    Optional<Snapshot> newest() {
        return Optional.ofNullable(mapper.newest()).flatMap(this::numbered);
    }

    /** Keeps {@code table} as the next version of its period, with its picture. */
    Snapshot freeze(LeagueTable table, TableWords words, long occurrenceId) {
        int version = 1 + latest(table.period()).map(Snapshot::version).orElse(0);
        var view = TableView.of(table, version, words);
        var content = JSON.writeValueAsString(new Snapshot.Content(table, view));
        var picture = media.keep(
                LeagueTablePicture.draw(Extract.of(table, view, List.of(), words))
                        .png(),
                "image/png");
        mapper.insert(table, version, occurrenceId, content, hash(content), picture, clock.instant());
        return latest(table.period()).orElseThrow();
    }

    /** The occurrence that posted a table last. */
    long postedBy(Snapshot snapshot) {
        return mapper.postedBy(snapshot.id());
    }

    /** Notes that an occurrence posts a table again as it was. */
    Snapshot repost(Snapshot snapshot, long occurrenceId) {
        mapper.repost(snapshot.id(), occurrenceId, clock.instant());
        return snapshot;
    }

    private static Optional<Snapshot> found(SnapshotMapper.@Nullable Row row) {
        return Optional.ofNullable(row).map(Snapshots::snapshot);
    }

    private static Snapshot snapshot(SnapshotMapper.Row row) {
        if (!hash(row.content()).equals(row.contentHash())) {
            throw new IllegalStateException("ranking_snapshot " + row.id() + " was changed after it was posted");
        }
        return new Snapshot(
                row.id(),
                row.version(),
                JSON.readValue(row.content(), Snapshot.Content.class),
                row.contentHash(),
                row.pictureHash(),
                row.createdAt());
    }

    private static String hash(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
