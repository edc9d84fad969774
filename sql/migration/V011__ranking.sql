-- The league table as it was posted, for ever. A row is never changed: a correction is the next version.

-- The content is text, not json: a server may write json back in another order, and its bytes are what the hash vouches for.
create table ranking_snapshot (
    id            bigint      not null auto_increment primary key,
    period_kind   varchar(8)  not null,
    from_on       date        not null,
    until_on      date        not null,
    version       int         not null,
    cut_off_at    datetime(3) not null,
    rules_version int         not null,
    occurrence_id bigint      not null,
    content       mediumtext  character set utf8mb4 collate utf8mb4_bin not null,
    content_hash  char(64)    character set ascii collate ascii_bin not null,
    picture_hash  char(64)    character set ascii collate ascii_bin not null,
    created_at    datetime(3) not null,
    constraint uk_ranking_snapshot__period_version unique (period_kind, from_on, version),
    constraint uk_ranking_snapshot__occurrence unique (occurrence_id),
    constraint fk_ranking_snapshot__occurrence foreign key (occurrence_id) references occurrence (id),
    constraint fk_ranking_snapshot__picture foreign key (picture_hash) references media_blob (hash),
    constraint ck_ranking_snapshot__period_kind check (period_kind in ('WEEK'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
