-- What stands beside the chat and is brought up to date: todos, and cards with buttons.
alter table outbox drop constraint ck_outbox__target;
alter table outbox add constraint ck_outbox__target check (target in ('GROUP', 'PERSON', 'STANDING'));

-- Which todo of the platform a source id stands for; task_id is null while it is not known whether one was made.
create table dingtalk_todo (
    source_id varchar(100) character set utf8mb4 collate utf8mb4_bin not null primary key,
    union_id  varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    task_id   varchar(100) character set utf8mb4 collate utf8mb4_bin null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- What cards say now, so that the next state is an update and a press is understood; delivered_at is null while a card is not known to be there.
create table dingtalk_card (
    track_id     varchar(100) character set utf8mb4 collate utf8mb4_bin not null primary key,
    version      bigint       not null,
    content      mediumtext   not null,
    delivered_at datetime(3)  null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
