-- Groups that have no app robot but a custom robot, which speaks and hears nothing. Its token and secret are no rows: they come from the
-- environment or a file, under this name.
alter table chat_group
    add column custom_robot varchar(40) null;

-- A custom robot may speak twenty times a minute, whichever node it is: twenty slots, each free again a minute after its message was answered.
create table custom_robot_slot (
    robot   varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
    slot    int         not null,
    holder  varchar(36) not null,
    free_at datetime(3) not null,
    primary key (robot, slot)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
