-- Limits that all nodes share, and what gives way to them.

-- When an app's next call may leave, in microseconds since 1970 by the database's clock: nodes need not agree on the time, only on this row.
create table call_pace (
    app     varchar(128) character set utf8mb4 collate utf8mb4_bin not null primary key,
    next_us bigint       not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- The attempts by a custom robot of the last minutes; the platform bans a robot that speaks more than 20 times a minute.
create table outbox_robot_use (
    lane      varchar(150) character set utf8mb4 collate utf8mb4_bin not null,
    used_at   datetime(3)  not null,
    outbox_id bigint       not null,
    attempt   int          not null,
    primary key (lane, used_at, outbox_id, attempt),
    index ix_outbox_robot_use__used_at (used_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- optional: gives way when the month's quota is short. merged_into: the message that says what this one would have said; it shares its end.
alter table outbox
    add column optional boolean not null default false after kind,
    add column merged_into bigint null after post_id,
    add index ix_outbox__merged_into (merged_into);

alter table outbox drop constraint ck_outbox__state;

alter table outbox
    add constraint ck_outbox__state
        check (state in ('QUEUED', 'SENDING', 'SENT', 'RETRY', 'FAILED', 'UNKNOWN', 'MERGED'));

-- Answers to a reply address are counted apart: the platform does not say whether it charges for them.
alter table quota_use drop constraint ck_quota_use__counter;

alter table quota_use
    add constraint ck_quota_use__counter check (counter in ('OPEN_API', 'WEBHOOK_STREAM', 'SESSION_REPLY'));
