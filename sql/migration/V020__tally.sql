-- Counters of the league table, kept in the transaction of each change of an issue. All of it follows from issue, issue_kind and issue_move and can be
-- counted anew from them at any time, so there are no foreign keys. kind is '*' or one of an issue's kinds: an issue of two kinds counts once under
-- '*' and once under each.

-- What happened, by the stretch of days in Shanghai that lies in one week and in one month: weeks, months and years are all sums of rows.
create table tally_stretch (
    kind           varchar(12) character set ascii collate ascii_bin not null,
    from_on        date        not null,
    unit_id        bigint      not null,
    reported       int         not null,
    due            int         not null,
    on_time        int         not null,
    late           int         not null,
    closed         int         not null,
    verified       int         not null,
    passed_first   int         not null,
    sent_back      int         not null,
    recheck_failed int         not null,
    primary key (kind, from_on, unit_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- The histogram by due date. Nearly all dates end with the working day, so there are about as many rows as by day, and any moment can be asked for.
create table tally_due (
    kind       varchar(12) character set ascii collate ascii_bin not null,
    due_at     datetime(3) not null,
    unit_id    bigint      not null,
    due        int         not null,
    on_time    int         not null,
    late       int         not null,
    still_open int         not null,
    any_open   boolean     generated always as (still_open <> 0) stored,
    primary key (kind, due_at, unit_id),
    index ix_tally_due__open (kind, any_open, due_at, unit_id, still_open)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- One row. built_at is null until what was there before the counters has been counted; until then tables are counted from the issues themselves.
create table tally_state (
    id          tinyint     not null primary key,
    built_at    datetime(3) null,
    checked_at  datetime(3) null,
    differences int         not null default 0
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

insert into tally_state (id) values (1);

-- The check, every night.
insert into schedule (name, task, cron, holiday, missed, options)
values ('tally-check', 'tally-check', '0 10 3 * * ?', 'ANYWAY', 'LATE', '{}');
