-- How materials come in beside files: feeds that a trainer subscribed to.
create table material_feed (
    id          bigint        not null auto_increment primary key,
    url         varchar(500)  character set ascii collate ascii_bin not null,
    title       varchar(200)  not null,
    category    varchar(12)   not null,
    added_by    bigint        not null,
    added_at    datetime(3)   not null,
    -- Null before the first time.
    read_at     datetime(3)   null,
    -- Why the last reading failed; null when it did not.
    fault       varchar(30)   null,
    removed     boolean       not null default false,
    constraint uk_material_feed__url unique (url),
    constraint fk_material_feed__member foreign key (added_by) references member (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Entries that were taken, so that none is taken twice, whatever becomes of its draft.
create table material_feed_entry (
    feed_id     bigint      not null,
    entry_hash  char(64)    character set ascii collate ascii_bin not null,
    -- Null for what was older than was wanted.
    material_id bigint      null,
    primary key (feed_id, entry_hash),
    constraint fk_material_feed_entry__feed foreign key (feed_id) references material_feed (id) on delete cascade,
    constraint fk_material_feed_entry__material foreign key (material_id) references material (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

insert into schedule (name, task, cron, holiday, missed, options)
values ('library-feeds', 'library-feeds', '0 20 8 * * ?', 'ANYWAY', 'SKIP', '{}');
