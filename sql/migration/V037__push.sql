-- Materials pushed to groups: what somebody asked for, and what each group has had.

create table push_order (
    id            bigint      not null auto_increment primary key,
    material_id   bigint      not null,
    -- Whose turn it is: the schedule for what is sent at once, or one that was set for its time.
    schedule_id   bigint      not null,
    planned_at    datetime(3) not null,
    asked_by      bigint      not null,
    asked_at      datetime(3) not null,
    occurrence_id bigint      null,
    cancelled_at  datetime(3) null,
    constraint fk_push_order__material foreign key (material_id) references material (id),
    constraint fk_push_order__schedule foreign key (schedule_id) references schedule (id),
    constraint fk_push_order__asked_by foreign key (asked_by) references member (id),
    constraint fk_push_order__occurrence foreign key (occurrence_id) references occurrence (id),
    index ix_push_order__waiting (occurrence_id, cancelled_at, schedule_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table push_order_group (
    order_id bigint not null,
    group_id bigint not null,
    primary key (order_id, group_id),
    constraint fk_push_order_group__order foreign key (order_id) references push_order (id),
    constraint fk_push_order_group__group foreign key (group_id) references chat_group (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- The unique key is what keeps a group from getting the same material twice, whoever sends it and when.
create table push_delivery (
    id            bigint      not null auto_increment primary key,
    material_id   bigint      not null,
    group_id      bigint      not null,
    occurrence_id bigint      not null,
    pushed_at     datetime(3) not null,
    -- Until when it is to be read, and so in which period it counts.
    counts_at     datetime(3) not null,
    -- Of the message whose readers can be known; null where they cannot.
    message_key   varchar(190) character set utf8mb4 collate utf8mb4_bin null,
    platform_id   varchar(200) character set utf8mb4 collate utf8mb4_bin null,
    -- Since when it is known to have been sent, and who is to read it is listed.
    listed_at     datetime(3) null,
    -- When the platform is to be asked for the readers next, by the machine's clock; and when it was last, by the application's.
    ask_at        datetime(3) null,
    ask_attempts  int         not null default 0,
    asked_at      datetime(3) null,
    constraint uk_push_delivery__material_group unique (material_id, group_id),
    constraint fk_push_delivery__material foreign key (material_id) references material (id),
    constraint fk_push_delivery__group foreign key (group_id) references chat_group (id),
    constraint fk_push_delivery__occurrence foreign key (occurrence_id) references occurrence (id),
    index ix_push_delivery__group (group_id, material_id),
    index ix_push_delivery__pushed (pushed_at),
    index ix_push_delivery__counts (counts_at),
    index ix_push_delivery__platform (platform_id),
    index ix_push_delivery__ask (ask_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Who is to read a material, once however many groups it came to; as it was when it was sent.
create table push_reader (
    material_id         bigint      not null,
    member_id           bigint      not null,
    unit_id             bigint      not null,
    delivery_id         bigint      not null,
    counts_at           datetime(3) not null,
    listed_at           datetime(3) not null,
    -- When it became known.
    read_at             datetime(3) null,
    -- The one reminder that there is.
    nudged_at           datetime(3) null,
    nudge_occurrence_id bigint      null,
    primary key (material_id, member_id),
    constraint fk_push_reader__material foreign key (material_id) references material (id),
    constraint fk_push_reader__member foreign key (member_id) references member (id),
    constraint fk_push_reader__unit foreign key (unit_id) references unit (id),
    constraint fk_push_reader__delivery foreign key (delivery_id) references push_delivery (id) on delete cascade,
    constraint fk_push_reader__nudge foreign key (nudge_occurrence_id) references occurrence (id),
    index ix_push_reader__counts (counts_at, unit_id, listed_at, read_at),
    index ix_push_reader__nudge (nudge_occurrence_id, nudged_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Days worth a post for which a draft was proposed, each once.
create table day_proposal (
    day_on      date        not null primary key,
    material_id bigint      null,
    proposed_at datetime(3) not null,
    constraint fk_day_proposal__material foreign key (material_id) references material (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- The first two start what is sent at once; the clock never does. Then few posts, at times when nothing else comes: a law each Wednesday, the rest once a month.
insert into schedule (name, task, cron, holiday, missed, options, enabled)
values ('push', 'push', '0 0 10 ? * MON', 'ANYWAY', 'SKIP', '{}', false),
       ('push-nudge', 'push-nudge', '0 0 10 ? * MON', 'ANYWAY', 'SKIP', '{}', false),
       ('laws', 'laws', '0 0 10 ? * WED', 'AFTER', 'LATE', '{}', true),
       ('policies', 'policies', '0 0 10 ? * FRI#1', 'AFTER', 'LATE', '{}', true),
       ('cases', 'cases', '0 0 10 ? * FRI#2', 'AFTER', 'LATE', '{}', true),
       ('knowledge', 'knowledge', '0 0 10 ? * FRI#4', 'AFTER', 'LATE', '{}', true),
       ('shelf-watch', 'shelf-watch', '0 5 9 * * ?', 'SKIP', 'SKIP', '{}', true),
       ('days-ahead', 'days-ahead', '0 10 9 * * ?', 'SKIP', 'LATE', '{}', true),
       ('push-reading', 'push-reading', '0 30 19 * * ?', 'ANYWAY', 'LATE', '{}', true);
