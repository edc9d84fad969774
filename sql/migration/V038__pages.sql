-- The secret that signs addresses of pages which people open from the chat: made at the first start, the same on all nodes.

create table page_key (
    id     int         not null primary key,
    -- Base64.
    secret varchar(64) character set ascii collate ascii_bin not null,
    constraint ck_page_key__one check (id = 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
