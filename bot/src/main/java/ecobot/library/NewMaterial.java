package ecobot.library;

import ecobot.library.Material.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row on its way into the table; the database gives it its number. */
final class NewMaterial {

    private long id;
    private final Content content;
    private final State state;
    private final @Nullable String fileKey;
    private final @Nullable String fileHash;
    private final @Nullable Long revises;
    private final @Nullable Long writtenBy;
    private final Instant createdAt;

    private NewMaterial(
            Content content,
            State state,
            @Nullable String fileKey,
            @Nullable String fileHash,
            @Nullable Long revises,
            @Nullable Long writtenBy,
            Instant createdAt) {
        this.content = content;
        this.state = state;
        this.fileKey = fileKey;
        this.fileHash = fileHash;
        this.revises = revises;
        this.writtenBy = writtenBy;
        this.createdAt = createdAt;
    }

    static NewMaterial ofFile(MaterialFile file, State state, Instant at) {
        return new NewMaterial(file.content(), state, file.key(), file.hash(), null, null, at);
    }

    /** @param writtenBy null when it came by itself: from a file or a feed */
    static NewMaterial draft(Content content, @Nullable Long writtenBy, Instant at) {
        return new NewMaterial(content, State.DRAFT, null, null, null, writtenBy, at);
    }

    static NewMaterial revision(Content content, long revises, @Nullable Long writtenBy, Instant at) {
        return new NewMaterial(content, State.DRAFT, null, null, revises, writtenBy, at);
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public Content getContent() {
        return content;
    }

    public State getState() {
        return state;
    }

    public @Nullable String getFileKey() {
        return fileKey;
    }

    public @Nullable String getFileHash() {
        return fileHash;
    }

    public @Nullable Long getRevises() {
        return revises;
    }

    public @Nullable Long getWrittenBy() {
        return writtenBy;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public @Nullable Instant getPublishedAt() {
        return state == State.PUBLISHED ? createdAt : null;
    }
}
