-- Reminders: what was told to whom, what is for the next joint meeting, and what keeps posts within bounds.

-- Holds all that the morning's query needs, in its order.
alter table issue
    add index ix_issue__due_by_person (is_open, unit_id, handler_id, due_at, id);

-- A morning's digests as they were told. Text, not json: what was told is to stay as it was.
create table reminder_snapshot (
    occurrence_id bigint      not null primary key,
    content       longtext    character set utf8mb4 collate utf8mb4_bin not null,
    created_at    datetime(3) not null,
    constraint fk_reminder_snapshot__occurrence foreign key (occurrence_id) references occurrence (id),
    index ix_reminder_snapshot__created_at (created_at, occurrence_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- A private nudge: one row per issue, person and rung, however many mornings repeat it; occurrence_id and told_at are those of the last. An issue
-- that got another date starts anew at the foot of the ladder.
-- lapsed: the issue was found closed, so what was acknowledged about it counts no more.
create table reminder (
    issue_id        bigint      not null,
    member_id       bigint      not null,
    due_on          date        not null,
    rung            int         not null,
    occurrence_id   bigint      not null,
    times           int         not null default 1,
    first_told_at   datetime(3) not null,
    told_at         datetime(3) not null,
    acknowledged_at datetime(3) null,
    lapsed          boolean     not null default false,
    primary key (issue_id, member_id, due_on, rung),
    constraint fk_reminder__issue foreign key (issue_id) references issue (id),
    constraint fk_reminder__member foreign key (member_id) references member (id),
    index ix_reminder__member (member_id, occurrence_id, issue_id),
    index ix_reminder__acknowledged (lapsed, acknowledged_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- What the next joint meeting (联席会议) has to talk about. An issue stands here once; off_at is when it was found closed.
create table agenda_item (
    issue_id bigint      not null primary key,
    since_on date        not null,
    reason   varchar(20) not null,
    off_at   datetime(3) null,
    constraint fk_agenda_item__issue foreign key (issue_id) references issue (id),
    constraint ck_agenda_item__reason check (reason in ('OVERDUE')),
    index ix_agenda_item__since (off_at, since_on, issue_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Every working morning, make-up working days included.
insert into schedule (name, task, cron, holiday, missed, options)
values ('morning-digest', 'morning-digest', '0 30 8 * * ?', 'SKIP', 'LATE', '{}');

-- A post that has to wait is in no open lane, so that answers pass it; held_until is the application's time.
alter table outbox
    add column held_until datetime(3) null after not_before,
    add index ix_outbox__held (held_until, id);

-- The posts of a group and day, numbered: the key is what keeps their number within the limit, whoever stores them.
create table outbox_place (
    lane   varchar(150) character set utf8mb4 collate utf8mb4_bin not null,
    day    date         not null,
    number int          not null,
    post   varchar(190) character set utf8mb4 collate utf8mb4_bin not null,
    primary key (lane, day, number),
    constraint uk_outbox_place__post unique (lane, post),
    index ix_outbox_place__day (day)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
