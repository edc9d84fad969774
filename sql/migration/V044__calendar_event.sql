-- Which event in somebody's DingTalk calendar a source id stands for. The token makes a second attempt to make it the same one; event_id is null
-- while it is not known whether one was made.
create table dingtalk_event (
    source_id    varchar(100) character set utf8mb4 collate utf8mb4_bin not null primary key,
    union_id     varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    client_token varchar(36)  character set utf8mb4 collate utf8mb4_bin not null,
    event_id     varchar(200) character set utf8mb4 collate utf8mb4_bin null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Counts what was changed of a session, so that each state is sent to calendars once.
alter table training_session
    add column revision int not null default 0;
