-- Taking back what was posted. A request is a row before anything happens; each message of it is tried until the platform has answered.
create table recall_request (
    id           bigint       not null auto_increment primary key,
    post         varchar(190) character set utf8mb4 collate utf8mb4_bin not null,
    staff_id     varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    requested_at datetime(3)  not null,
    stopped      int          not null,
    unable       int          not null,
    ended_at     datetime(3)  null,
    index ix_recall_request__ended (ended_at, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- One message. Target and platform id are copied: the message itself is deleted one day.
create table recall_item (
    id          bigint       not null auto_increment primary key,
    request_id  bigint       not null,
    is_group    boolean      not null,
    target_id   varchar(140) character set utf8mb4 collate utf8mb4_bin not null,
    platform_id varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    state       varchar(8)   not null default 'WAITING',
    reason      varchar(60)  null,
    attempts    int          not null default 0,
    not_before  datetime(3)  not null,
    constraint uk_recall_item__message unique (request_id, platform_id),
    constraint fk_recall_item__request foreign key (request_id) references recall_request (id),
    constraint ck_recall_item__state check (state in ('WAITING', 'DONE', 'REFUSED')),
    index ix_recall_item__waiting (state, not_before, id),
    index ix_recall_item__platform (platform_id, state)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
