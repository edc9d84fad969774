-- The year's training plan (年度培训计划): its sessions, whom they are for, who comes and who came.

create table training_session (
    id           bigint        not null auto_increment primary key,
    month_on     date          not null,
    -- Unknown as long as only the month is planned. The hour is that of Asia/Shanghai.
    day_on       date          null,
    start_time   time          null,
    topic        varchar(100)  not null,
    audience     varchar(200)  not null,
    trainer      varchar(60)   not null,
    -- Null for a lecturer who is no member; then whoever made the session is told in his place.
    trainer_id   bigint        null,
    place        varchar(100)  not null,
    online       boolean       not null,
    capacity     int           null,
    state        varchar(10)   not null,
    reason       varchar(200)  null,
    minutes      varchar(2000) null,
    made_by      bigint        not null,
    made_at      datetime(3)   not null,
    week_told_at datetime(3)   null,
    day_told_at  datetime(3)   null,
    constraint fk_training_session__trainer foreign key (trainer_id) references member (id),
    constraint fk_training_session__made_by foreign key (made_by) references member (id),
    constraint ck_training_session__state check (state in ('PLANNED', 'CANCELLED')),
    constraint ck_training_session__month check (dayofmonth(month_on) = 1),
    index ix_training_session__month (month_on, day_on),
    index ix_training_session__day (day_on)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- A session without a row here is for everybody.
create table training_session_unit (
    session_id bigint not null,
    unit_id    bigint not null,
    primary key (session_id, unit_id),
    constraint fk_training_session_unit__session foreign key (session_id) references training_session (id),
    constraint fk_training_session_unit__unit foreign key (unit_id) references unit (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Numbers of materials; the library may lose one without asking.
create table training_material (
    session_id  bigint not null,
    material_id bigint not null,
    primary key (session_id, material_id),
    constraint fk_training_material__session foreign key (session_id) references training_session (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Who comes, and who came: attended is null until the trainer's list is here; who came without signing up has no signed_at.
create table training_signup (
    session_id bigint      not null,
    member_id  bigint      not null,
    signed_at  datetime(3) null,
    attended   boolean     null,
    primary key (session_id, member_id),
    constraint fk_training_signup__session foreign key (session_id) references training_session (id),
    constraint fk_training_signup__member foreign key (member_id) references member (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Announcements and reminders of what comes. The second run of a day finds what the first has missed, and what was planned since.
insert into schedule (name, task, cron, holiday, missed, options)
values ('training', 'training', '0 0 9,15 * * ?', 'SKIP', 'SKIP', '{}');
