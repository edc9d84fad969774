-- What people sent to the bot: stored before the platform is told that it arrived.

-- received_at is the calendar's time, stored_at the machine's, by which ages are measured. session_url is a secret and is
-- forgotten as soon as the message is done.
create table inbox (
    id                 bigint        not null auto_increment primary key,
    robot_code         varchar(128)  character set utf8mb4 collate utf8mb4_bin not null,
    msg_id             varchar(190)  character set utf8mb4 collate utf8mb4_bin not null,
    lane               char(32)      character set ascii collate ascii_bin not null,
    state              varchar(6)    not null default 'NEW',
    attempts           int           not null default 0,
    received_at        datetime(3)   not null,
    stored_at          datetime(3)   not null,
    done_at            datetime(3)   null,
    error_code         varchar(12)   null,
    session_url        varchar(2000) null,
    session_expires_at datetime(3)   null,
    message            mediumtext    not null,
    raw                mediumtext    not null,
    constraint uk_inbox__message unique (robot_code, msg_id),
    constraint ck_inbox__state check (state in ('NEW', 'DONE', 'FAILED')),
    index ix_inbox__lane (state, lane, id, stored_at),
    index ix_inbox__done_at (done_at, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Who works on a lane (a person in a conversation) at the moment, so that its messages are handled in order.
create table inbox_lane (
    lane         char(32)    character set ascii collate ascii_bin not null primary key,
    owner        varchar(40) character set ascii collate ascii_bin not null,
    leased_until datetime(3) not null,
    index ix_inbox_lane__leased_until (leased_until)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
