package ecobot.report;

import ecobot.media.Media;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Remembers what was asked for; nothing ever arrives. */
final class ListedMedia implements Media {

    final List<String> wanted = new ArrayList<>();

    @Override
    public long want(String robotCode, String downloadCode) {
        if (!wanted.contains(downloadCode)) {
            wanted.add(downloadCode);
        }
        return wanted.indexOf(downloadCode) + 1L;
    }

    @Override
    public void wantAll(Collection<Wanted> wishes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Fetch fetch(long id) {
        return new Fetch(id, Fetch.State.WANTED, null, null, null, null);
    }

    @Override
    public List<Fetch> ended(Collection<Long> ids) {
        return List.of();
    }

    @Override
    public Optional<Content> thumbnail(String hash) {
        return Optional.empty();
    }

    @Override
    public String keep(byte[] bytes, String contentType) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Content> find(String hash) {
        return Optional.empty();
    }
}
