-- Photos and files, each content once by its SHA-256, and the wishes for what people sent.

create table media_blob (
    hash         char(64)     character set ascii collate ascii_bin not null primary key,
    content_type varchar(100) not null,
    size         int          not null,
    kept_at      datetime(3)  not null,
    bytes        longblob     not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- A code can be long, so its hash is the key; it is forgotten once the fetch has ended. not_before is the next attempt, or
-- the time at which a running attempt counts as lost.
create table media_fetch (
    id            bigint        not null auto_increment primary key,
    robot_code    varchar(128)  character set utf8mb4 collate utf8mb4_bin not null,
    code_hash     char(64)      character set ascii collate ascii_bin not null,
    download_code varchar(2000) character set utf8mb4 collate utf8mb4_bin null,
    state         varchar(8)    not null default 'WANTED',
    attempts      int           not null default 0,
    not_before    datetime(3)   not null,
    hash          char(64)      character set ascii collate ascii_bin null,
    reason        varchar(60)   null,
    wanted_at     datetime(3)   not null,
    ended_at      datetime(3)   null,
    constraint uk_media_fetch__code unique (robot_code, code_hash),
    constraint fk_media_fetch__blob foreign key (hash) references media_blob (hash),
    constraint ck_media_fetch__state check (state in ('WANTED', 'HELD', 'FAILED')),
    index ix_media_fetch__due (state, not_before, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
