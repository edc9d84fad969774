-- Targets that nothing is sent to any more: a group that was disbanded, or that the robot was removed from. A row goes when the bot hears from the group
-- again, or an admin says so.
create table outbox_stopped (
    lane       varchar(150) character set utf8mb4 collate utf8mb4_bin not null primary key,
    reason     varchar(60)  not null,
    stopped_at datetime(3)  not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
