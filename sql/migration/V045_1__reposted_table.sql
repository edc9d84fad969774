-- A table that was posted, taken back by mistake and posted again as it was: the same number and version, by another occurrence.
create table ranking_repost (
    occurrence_id bigint      not null primary key,
    snapshot_id   bigint      not null,
    posted_at     datetime(3) not null,
    constraint fk_ranking_repost__snapshot foreign key (snapshot_id) references ranking_snapshot (id),
    index ix_ranking_repost__snapshot (snapshot_id, occurrence_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Whether a post was taken back is asked before it is posted again.
alter table recall_request
    add index ix_recall_request__post (post, id);
