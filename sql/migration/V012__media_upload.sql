-- What DingTalk keeps for us and what it charges for: media uploaded once, and calls made this month.

create table media_upload (
    client_id   varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    hash        char(64)     character set utf8mb4 collate utf8mb4_bin not null,
    kind        varchar(8)   not null,
    media_id    varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    uploaded_at datetime(3)  not null,
    primary key (client_id, hash, kind),
    constraint ck_media_upload__kind check (kind in ('IMAGE', 'FILE'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table quota_use (
    month   char(7)     not null,
    counter varchar(20) not null,
    used    bigint      not null,
    primary key (month, counter),
    constraint ck_quota_use__counter check (counter in ('OPEN_API', 'WEBHOOK_STREAM'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
