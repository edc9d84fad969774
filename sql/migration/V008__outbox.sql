-- What leaves: QUEUED -> SENDING (committed before the socket is written) -> SENT, RETRY, FAILED or UNKNOWN.

-- open_lane is the lane as long as the message is not final: the oldest row of an open lane is the one to send next.
-- sending_lane is the lane while an attempt runs; that it is unique is what keeps two nodes from sending in one lane.
-- attempts counts all attempts and tells them apart, tries only those that the platform turned down.
-- session_url is a secret and is forgotten as soon as the message is final.
create table outbox (
    id                 bigint        not null auto_increment primary key,
    message_key        varchar(190)  character set utf8mb4 collate utf8mb4_bin not null,
    kind               varchar(8)    not null,
    target             varchar(8)    not null,
    target_id          varchar(140)  character set utf8mb4 collate utf8mb4_bin not null,
    lane               varchar(150)  character set utf8mb4 collate utf8mb4_bin not null,
    open_lane          varchar(150)  character set utf8mb4 collate utf8mb4_bin null,
    sending_lane       varchar(150)  character set utf8mb4 collate utf8mb4_bin null,
    state              varchar(8)    not null default 'QUEUED',
    attempts           int           not null default 0,
    tries              int           not null default 0,
    not_before         datetime(3)   not null,
    repeat_marked      boolean       not null default false,
    channel            varchar(16)   null,
    keyed              boolean       not null default false,
    pinned             boolean       not null default false,
    platform_id        varchar(200)  null,
    reason             varchar(60)   null,
    queued_at          datetime(3)   not null,
    attempted_at       datetime(3)   null,
    final_at           datetime(3)   null,
    session_url        varchar(2000) null,
    session_expires_at datetime(3)   null,
    content            mediumtext    not null,
    constraint uk_outbox__message_key unique (message_key),
    constraint uk_outbox__sending_lane unique (sending_lane),
    constraint ck_outbox__kind check (kind in ('REPLY', 'NOTICE', 'POST')),
    constraint ck_outbox__target check (target in ('GROUP', 'PERSON')),
    constraint ck_outbox__state check (state in ('QUEUED', 'SENDING', 'SENT', 'RETRY', 'FAILED', 'UNKNOWN')),
    index ix_outbox__open_lane (open_lane, id, queued_at),
    index ix_outbox__state (state, final_at, id),
    index ix_outbox__final_at (final_at, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- A way to a target that the platform has closed for a while.
create table outbox_ban (
    lane     varchar(150) character set utf8mb4 collate utf8mb4_bin not null,
    channel  varchar(16)  not null,
    until_at datetime(3)  not null,
    primary key (lane, channel)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
