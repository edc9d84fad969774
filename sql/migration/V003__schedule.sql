-- When things happen: the rules, and the ledger of what they led to.

create table schedule (
    id             bigint      not null auto_increment primary key,
    name           varchar(60) not null,
    task           varchar(60) not null,
    cron           varchar(80) not null,
    holiday        varchar(8)  not null,
    missed         varchar(8)  not null,
    options        json        not null,
    enabled        boolean     not null default true,
    -- The rule that the application saw last, and since when: what an older rule would have named is not caught up.
    rule_seen      varchar(120) null,
    rule_seen_at   datetime(3)  null,
    constraint uk_schedule__name unique (name),
    constraint ck_schedule__holiday check (holiday in ('ANYWAY', 'SKIP', 'BEFORE', 'AFTER')),
    constraint ck_schedule__missed check (missed in ('LATE', 'SKIP'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- The unique key is what keeps a run from taking effect twice, whoever starts it.
create table occurrence (
    id          bigint       not null auto_increment primary key,
    schedule_id bigint       not null,
    planned_at  datetime(3)  not null,
    by_hand     boolean      not null default false,
    state       varchar(8)   not null,
    late        boolean      not null default false,
    attempts    int          not null,
    started_at  datetime(3)  not null,
    retry_at    datetime(3)  null,
    detail      varchar(400) null,
    constraint uk_occurrence__schedule_planned unique (schedule_id, planned_at),
    constraint fk_occurrence__schedule foreign key (schedule_id) references schedule (id),
    constraint ck_occurrence__state check (state in ('DONE', 'SKIPPED', 'FAILED'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

insert into schedule (name, task, cron, holiday, missed, options)
values ('league-table-weekly', 'league-table', '0 0 9 ? * MON', 'AFTER', 'LATE', '{}');
