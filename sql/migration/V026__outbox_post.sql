-- What went to several groups or people at once has a short number that people can type: a run of a schedule, an announcement.
create table outbox_post (
    id        bigint       not null auto_increment primary key,
    post_key  varchar(190) character set utf8mb4 collate utf8mb4_bin not null,
    title     varchar(200) not null,
    stored_at datetime(3)  not null,
    constraint uk_outbox_post__post_key unique (post_key),
    index ix_outbox_post__stored_at (stored_at, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

alter table outbox
    add column post_id bigint null after id,
    add index ix_outbox__post (post_id, lane, state);

-- What a person decided about a message that was final, and what it was before.
create table outbox_verdict (
    id        bigint      not null auto_increment primary key,
    outbox_id bigint      not null,
    verdict   varchar(8)  not null,
    staff_id  varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    at        datetime(3) not null,
    state     varchar(8)  not null,
    reason    varchar(60) null,
    attempts  int         not null,
    constraint ck_outbox_verdict__verdict check (verdict in ('RESEND', 'ARRIVED')),
    index ix_outbox_verdict__outbox (outbox_id, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
