package ecobot.media;

import ecobot.database.AfterCommit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

@Component
class DatabaseMedia implements Media {

    private final MediaMapper media;
    private final Contents contents;
    private final Fetcher fetcher;
    private final Clock machineClock;

    DatabaseMedia(
            MediaMapper media, Contents contents, Fetcher fetcher, @Qualifier("machineClock") Clock machineClock) {
        this.media = media;
        this.contents = contents;
        this.fetcher = fetcher;
        this.machineClock = machineClock;
    }

    @Override
    public String keep(byte[] bytes, String contentType) {
        return contents.keep(bytes, contentType);
    }

    @Override
    public Optional<Content> find(String hash) {
        return contents.find(hash);
    }

    @Override
    public Optional<Content> thumbnail(String hash) {
        return Optional.ofNullable(media.thumbnail(hash));
    }

    @Override
    public long want(String robotCode, String downloadCode) {
        MediaMapper.Wish wish = wish(new Wanted(robotCode, downloadCode));
        store(List.of(wish));
        return media.idOf(wish);
    }

    @Override
    public void wantAll(Collection<Wanted> files) {
        if (!files.isEmpty()) {
            store(files.stream().map(DatabaseMedia::wish).collect(Collectors.toSet()));
        }
    }

    @Override
    public Fetch fetch(long id) {
        MediaMapper.FetchRow fetch = media.fetch(id);
        if (fetch == null) {
            throw new IllegalArgumentException("nobody asked for fetch " + id);
        }
        return fetch.toFetch();
    }

    @Override
    public List<Fetch> ended(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : media.ended(ids).stream().map(MediaMapper.FetchRow::toFetch).toList();
    }

    /** In one order, so that callers wait for each other instead of locking each other out. */
    private void store(Collection<MediaMapper.Wish> wishes) {
        List<MediaMapper.Wish> sorted = wishes.stream()
                .sorted(Comparator.comparing(MediaMapper.Wish::robotCode).thenComparing(MediaMapper.Wish::codeHash))
                .toList();
        media.want(sorted, machineClock.instant());
        AfterCommit.run(fetcher::nudge);
    }

    private static MediaMapper.Wish wish(Wanted file) {
        byte[] code = file.downloadCode().getBytes(StandardCharsets.UTF_8);
        return new MediaMapper.Wish(file.robotCode(), Sha256.of(code), file.downloadCode(), file.asPicture());
    }
}
