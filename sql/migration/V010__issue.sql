-- The issue: one environmental problem at one place, for which one unit answers by a date. Its id is the number that people type.

create table issue (
    id                bigint        not null auto_increment primary key,
    unit_id           bigint        not null,
    reporter_id       bigint        not null,
    group_id          bigint        null,
    state             varchar(12)   not null,
    source            varchar(12)   not null,
    place             varchar(120)  null,
    description       varchar(2000) not null,
    -- The deadline as it was given, so that it can be worked out again when the calendar changes; due_on and due_at are its result.
    deadline_amount   int           not null,
    deadline_unit     varchar(8)    not null,
    deadline_start_on date          not null,
    deadline_rule     varchar(40)   not null,
    deadline_cap      int           not null,
    deadline_cap_unit varchar(8)    not null,
    due_on            date          not null,
    due_at            datetime(3)   not null,
    created_at        datetime(3)   not null,
    closed_at         datetime(3)   null,
    is_open           boolean       generated always as (state in ('REPORTED', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED')) stored,
    constraint ck_issue__state check (state in ('REPORTED', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED', 'CLOSED', 'REJECTED', 'WITHDRAWN')),
    constraint ck_issue__source check (source in ('PATROL', 'SUPERVISION', 'PETITION', 'HOTLINE', 'MONITORING', 'SUPERIOR', 'PUBLIC', 'LEAD')),
    constraint ck_issue__deadline_unit check (deadline_unit in ('CALENDAR', 'WORKING')),
    constraint ck_issue__deadline_cap_unit check (deadline_cap_unit in ('CALENDAR', 'WORKING')),
    constraint ck_issue__closed_at check ((state = 'CLOSED') = (closed_at is not null)),
    constraint fk_issue__unit foreign key (unit_id) references unit (id),
    constraint fk_issue__reporter foreign key (reporter_id) references member (id),
    constraint fk_issue__group foreign key (group_id) references chat_group (id),
    index ix_issue__unit_due (unit_id, is_open, due_at, id),
    index ix_issue__open_due (is_open, due_at, id, unit_id),
    index ix_issue__due (due_at, unit_id, state, closed_at),
    index ix_issue__created (created_at, unit_id, state),
    index ix_issue__closed (closed_at, due_at, unit_id),
    index ix_issue__reporter (reporter_id, id),
    index ix_issue__group (group_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table issue_kind (
    issue_id bigint      not null,
    kind     varchar(12) not null,
    primary key (issue_id, kind),
    constraint ck_issue_kind__kind check (kind in ('WATER', 'AIR', 'SOIL', 'WASTE', 'NOISE', 'ECOLOGY', 'RADIATION', 'OTHER')),
    constraint fk_issue_kind__issue foreign key (issue_id) references issue (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- A photo is a wish to the media store; what became of it is known there.
create table issue_photo (
    id       bigint      not null auto_increment primary key,
    issue_id bigint      not null,
    moment   varchar(8)  not null,
    fetch_id bigint      not null,
    added_at datetime(3) not null,
    constraint uk_issue_photo__issue_fetch unique (issue_id, fetch_id),
    constraint ck_issue_photo__moment check (moment in ('BEFORE', 'AFTER')),
    constraint fk_issue_photo__issue foreign key (issue_id) references issue (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Every move is kept: who, when, from where, to where, why, by which message. A null member is the system itself.
create table issue_move (
    id         bigint       not null auto_increment primary key,
    issue_id   bigint       not null,
    move       varchar(12)  not null,
    from_state varchar(12)  null,
    to_state   varchar(12)  not null,
    member_id  bigint       null,
    moved_at   datetime(3)  not null,
    reason     varchar(500) null,
    inbox_id   bigint       null,
    constraint fk_issue_move__issue foreign key (issue_id) references issue (id),
    constraint fk_issue_move__member foreign key (member_id) references member (id),
    index ix_issue_move__issue (issue_id, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
