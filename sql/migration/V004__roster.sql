-- Who is who: areas, units, members with their roles, and the DingTalk groups with the units bound to them.

create table area (
    id   bigint      not null auto_increment primary key,
    name varchar(40) not null,
    constraint uk_area__name unique (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table unit (
    id         bigint      not null auto_increment primary key,
    name       varchar(60) not null,
    short_name varchar(30) not null,
    kind       varchar(12) not null,
    area_id    bigint      null,
    sort_order int         not null default 0,
    active     boolean     not null default true,
    constraint uk_unit__name unique (name),
    constraint ck_unit__kind check (kind in ('TOWN', 'SUBDISTRICT', 'DEPARTMENT', 'BUREAU')),
    constraint fk_unit__area foreign key (area_id) references area (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table member (
    id       bigint      not null auto_increment primary key,
    staff_id varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    name     varchar(60) not null,
    unit_id  bigint      null,
    active   boolean     not null default true,
    constraint uk_member__staff_id unique (staff_id),
    constraint fk_member__unit foreign key (unit_id) references unit (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table member_role (
    member_id bigint      not null,
    role      varchar(12) not null,
    primary key (member_id, role),
    constraint ck_member_role__role check (role in ('LIAISON', 'INSPECTOR', 'MANAGER', 'TRAINER', 'ADMIN')),
    constraint fk_member_role__member foreign key (member_id) references member (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table chat_group (
    id              bigint       not null auto_increment primary key,
    conversation_id varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
    title           varchar(120) not null,
    active          boolean      not null default true,
    constraint uk_chat_group__conversation_id unique (conversation_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table group_unit (
    group_id bigint not null,
    unit_id  bigint not null,
    primary key (group_id, unit_id),
    constraint fk_group_unit__group foreign key (group_id) references chat_group (id),
    constraint fk_group_unit__unit foreign key (unit_id) references unit (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table subscription (
    group_id   bigint      not null,
    post       varchar(60) not null,
    primary key (group_id, post),
    constraint fk_subscription__group foreign key (group_id) references chat_group (id),
    index ix_subscription__post (post, group_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
