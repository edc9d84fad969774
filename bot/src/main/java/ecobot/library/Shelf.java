package ecobot.library;

import ecobot.library.Material.State;
import ecobot.library.MaterialFiles.Found;
import ecobot.library.ShelfMapper.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts materials on the shelf and takes them off; whatever changes what can be found changes the index with it. */
@Component
@Transactional
class Shelf {

    private final ShelfMapper rows;
    private final MaterialMapper materials;
    private final MaterialIndex index;

    Shelf(ShelfMapper rows, MaterialMapper materials, MaterialIndex index) {
        this.rows = rows;
        this.materials = materials;
        this.index = index;
    }

    /**
     * Takes files, all or none. A shipped one is published, a bureau's own is a draft. The same file again changes nothing. Other words of a shipped file
     * take the place of the old; those of a bureau's own go into its draft, or, when it is published by now, into a draft beside it, for nobody has
     * reviewed them. What was archived stays so.
     */
    Taken take(List<Found> files, Instant at) {
        var fresh = new ArrayList<Long>();
        var changed = new ArrayList<Long>();
        var replacing = new LinkedHashMap<Long, String>();
        for (var found : files) {
            var kept = rows.byKey(found.file().key());
            if (kept != null && found.file().hash().equals(kept.fileHash())) {
                continue;
            }
            long id = kept == null ? add(found, at) : change(found, kept, at);
            (kept == null ? fresh : changed).add(id);
            if (found.file().supersedes() != null) {
                replacing.put(id, found.file().supersedes());
            }
        }
        replacing.forEach((id, olderKey) -> follow(id, olderKey, at));
        return new Taken(fresh, changed, files.size() - fresh.size() - changed.size());
    }

    /** Adds a draft; answers its number. */
    long draft(Content content, @Nullable Long writtenBy, Instant at) {
        var row = NewMaterial.draft(content, writtenBy, at);
        rows.insert(row);
        if (writtenBy != null) {
            rows.wrote(row.getId(), writtenBy);
        }
        return row.getId();
    }

    /** Where other words for a material go: itself while it is a draft; else the draft beside it, or a new one that begins with the words of now. */
    long draftOf(Standing standing, long writtenBy, Instant at) {
        var open = standing.isOpen() ? Long.valueOf(standing.id()) : rows.revisionOf(standing.id());
        if (open != null) {
            return open;
        }
        var row = NewMaterial.revision(words(standing.id()), standing.id(), writtenBy, at);
        rows.insert(row);
        rows.base(row.getId());
        copyExtras(standing.id(), row.getId());
        rows.wrote(row.getId(), writtenBy);
        return row.getId();
    }

    /** Gives a draft other words, which are {@code memberId}'s and nobody has reviewed. */
    void rewrite(long draft, Content content, long memberId) {
        rows.rewrite(draft, content);
        rows.writer(draft, memberId);
        rows.wrote(draft, memberId);
    }

    void attach(long id, Attachment file) {
        rows.attach(id, file);
    }

    /**
     * Makes a draft readable. What it replaces is superseded with that; a draft of other words gives them to the material that it revises and goes out of
     * the shelf.
     */
    Published publish(Standing standing, Instant at) {
        var revised = standing.revises();
        long id = revised == null ? standing.id() : revised;
        if (revised == null) {
            rows.publish(id, at);
        } else {
            rows.rewrite(id, words(standing.id()));
            copyExtras(standing.id(), id);
            rows.state(standing.id(), State.ARCHIVED);
        }
        rows.forgetWriters(standing.id());
        index.refresh(id, at);
        var older = standing.supersedes();
        return new Published(id, revised != null, older, older != null && replace(older, id, at));
    }

    /** Takes back {@link #publish} of what was no draft of other words. */
    void unpublish(Standing standing, Instant at) {
        rows.unpublish(standing.id(), null);
        index.refresh(standing.id(), at);
        var older = standing.supersedes();
        if (older != null) {
            restore(older, standing.id(), at);
        }
    }

    void state(long id, State state, Instant at) {
        rows.state(id, state);
        index.refresh(id, at);
    }

    /** Takes back that something was archived; what was replaced meanwhile is not in force again. */
    void unarchive(long id, State before, Instant at) {
        if (before == State.PUBLISHED || before == State.SUPERSEDED) {
            rows.publish(id, at);
        } else {
            rows.state(id, before);
        }
        index.refresh(id, at);
    }

    /**
     * Notes that one takes the place of another, which nothing has replaced yet.
     *
     * @return whether it does so by now
     */
    boolean replace(Standing newer, long olderId, Instant at) {
        rows.announce(newer.id(), olderId);
        if (newer.state() == State.PUBLISHED) {
            replace(olderId, newer.id(), at);
            return true;
        }
        return false;
    }

    /**
     * Takes back {@link #replace}.
     *
     * @param announced what the newer one was to replace before that; null for nothing
     */
    void keep(long newerId, long olderId, @Nullable Long announced, Instant at) {
        rows.announce(newerId, announced);
        restore(olderId, newerId, at);
    }

    private void restore(long olderId, long newerId, Instant at) {
        if (rows.restore(olderId, newerId) > 0) {
            index.refresh(olderId, at);
        }
    }

    private Content words(long id) {
        return Content.of(StoredMaterials.material(Objects.requireNonNull(materials.find(id))));
    }

    private void copyExtras(long from, long to) {
        rows.forgetWords(to);
        rows.copyWords(from, to);
        rows.forgetKinds(to);
        rows.copyKinds(from, to);
        rows.copyQuestions(from, to);
        rows.forgetQuestions(to, rows.lastQuestion(from));
    }

    private long add(Found found, Instant at) {
        var row = NewMaterial.ofFile(found.file(), found.shipped() ? State.PUBLISHED : State.DRAFT, at);
        rows.insert(row);
        extras(row.getId(), found.file());
        index.refresh(row.getId(), at);
        return row.getId();
    }

    private long change(Found found, ShelfMapper.Kept kept, Instant at) {
        var file = found.file();
        rows.seen(kept.id(), file.hash());
        boolean readable = kept.state() == State.PUBLISHED || kept.state() == State.SUPERSEDED;
        if (!found.shipped() && readable) {
            return revise(kept.id(), file, at);
        }
        rows.rewrite(kept.id(), file.content());
        extras(kept.id(), file);
        if (!readable && kept.state() != State.ARCHIVED) {
            rows.state(kept.id(), State.DRAFT);
            rows.reviewer(kept.id(), null);
        }
        index.refresh(kept.id(), at);
        return kept.id();
    }

    private long revise(long id, MaterialFile file, Instant at) {
        var open = rows.revisionOf(id);
        if (open == null) {
            var row = NewMaterial.revision(file.content(), id, null, at);
            rows.insert(row);
            rows.base(row.getId());
            extras(row.getId(), file);
            return row.getId();
        }
        rows.rewrite(open, file.content());
        rows.base(open);
        extras(open, file);
        rows.state(open, State.DRAFT);
        rows.reviewer(open, null);
        return open;
    }

    /** What a file says beside what is read. */
    private void extras(long id, MaterialFile file) {
        rows.forgetWords(id);
        file.words().forEach(word -> rows.word(id, word));
        rows.forgetKinds(id);
        file.kinds().forEach(kind -> rows.kind(id, kind));
        file.quiz().forEach(question -> rows.question(id, question, String.join("\n", question.options())));
        rows.forgetQuestions(id, file.quiz().size());
    }

    /** Notes what a file replaces; what is published by now replaces it at once. */
    private void follow(long id, String olderKey, Instant at) {
        var older = rows.byKey(olderKey);
        if (older != null) {
            rows.announce(id, older.id());
            if (Objects.requireNonNull(rows.lock(id)).state() == State.PUBLISHED) {
                replace(older.id(), id, at);
            }
        }
    }

    private boolean replace(long olderId, long newerId, Instant at) {
        boolean replaced = rows.supersede(olderId, newerId) > 0;
        if (replaced) {
            index.refresh(olderId, at);
        }
        return replaced;
    }

    /**
     * What became of files.
     *
     * @param fresh numbers of new materials
     * @param changed numbers of materials, or of the drafts beside them, whose words are others now
     * @param same how many files say what they said
     */
    record Taken(List<Long> fresh, List<Long> changed, int same) {}

    /**
     * What was published.
     *
     * @param revised whether words were given to a material that was there
     * @param older what it was to replace; null for nothing
     * @param replaced whether it did; not when something else had done so before
     */
    record Published(long number, boolean revised, @Nullable Long older, boolean replaced) {}
}
