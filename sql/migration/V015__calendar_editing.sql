-- The calendar can be edited: whose notice a day is of, which state of the tables this is, and up to which one deadlines were worked out.

-- A notice may reach back into the last days of the year before it, so the year of the day does not tell which notice it is of.
alter table calendar_day
    add column notice_year smallint null after kind;

update calendar_day
   set notice_year = year(day);

alter table calendar_day
    add index ix_calendar_day__notice_year (notice_year, day);

-- What the file of the configuration said when it was read last: the same file is not read again over what was edited since.
alter table calendar_year
    add column file_hash char(64) null;

-- One row. Whoever changes the tables counts it up first, and so waits for whoever is changing them.
create table calendar_version (
    id      tinyint not null primary key,
    version bigint  not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

insert into calendar_version (id, version) values (1, 0);

-- An extension that was granted goes on top of the deadline as it was given, so that both can be worked out again.
alter table issue
    add column deadline_extra      int        not null default 0 after deadline_cap_unit,
    add column deadline_extra_unit varchar(8) not null default 'CALENDAR' after deadline_extra,
    add constraint ck_issue__deadline_extra_unit check (deadline_extra_unit in ('CALENDAR', 'WORKING'));

-- One row. look_again_at: when issues are looked through once more, for those that came in by the calendar that another node still remembered.
create table issue_redating (
    id            tinyint     not null primary key,
    version       bigint      not null,
    look_again_at datetime(3) null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

insert into issue_redating (id, version) values (1, 0);

insert into schedule (name, task, cron, holiday, missed, options)
values ('calendar-next-year', 'calendar-next-year', '0 30 8 ? * MON', 'AFTER', 'LATE', '{}');
