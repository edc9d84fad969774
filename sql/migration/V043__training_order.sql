-- Lectures that towns order (点单式讲课): asked for, taken by one trainer with a date, confirmed by the town, which makes it a session of the plan.

create table training_order (
    id         bigint       not null auto_increment primary key,
    topic      varchar(100) not null,
    wish       varchar(100) not null,
    audience   varchar(200) not null,
    place      varchar(100) not null,
    unit_id    bigint       not null,
    ordered_by bigint       not null,
    ordered_at datetime(3)  not null,
    state      varchar(10)  not null,
    -- Who has taken it, and the day that was offered last; the hour is that of Asia/Shanghai.
    trainer_id bigint       null,
    day_on     date         null,
    start_time time         null,
    session_id bigint       null,
    constraint fk_training_order__unit foreign key (unit_id) references unit (id),
    constraint fk_training_order__ordered_by foreign key (ordered_by) references member (id),
    constraint fk_training_order__trainer foreign key (trainer_id) references member (id),
    constraint fk_training_order__session foreign key (session_id) references training_session (id),
    constraint ck_training_order__state check (state in ('OPEN', 'OFFERED', 'ASKED', 'CONFIRMED', 'WITHDRAWN')),
    index ix_training_order__state (state, id),
    index ix_training_order__ordered (ordered_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
