-- The month's task table (月度任务分解表): what each unit is to find and to rectify. A version is never changed; a correction is the next one.

create table task_table (
    id           bigint       not null auto_increment primary key,
    month_on     date         not null,
    version      int          not null,
    content_hash char(64)     character set ascii collate ascii_bin not null,
    file_hash    char(64)     character set ascii collate ascii_bin not null,
    file_name    varchar(200) not null,
    imported_by  bigint       not null,
    imported_at  datetime(3)  not null,
    constraint uk_task_table__month_version unique (month_on, version),
    constraint fk_task_table__file foreign key (file_hash) references media_blob (hash),
    constraint fk_task_table__imported_by foreign key (imported_by) references member (id),
    constraint ck_task_table__month check (dayofmonth(month_on) = 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Only what is not zero: a unit or kind without a row has nothing to do.
create table task_target (
    task_table_id bigint      not null,
    unit_id       bigint      not null,
    kind          varchar(20) not null,
    to_find       int         not null,
    to_rectify    int         not null,
    primary key (task_table_id, unit_id, kind),
    constraint fk_task_target__task_table foreign key (task_table_id) references task_table (id),
    constraint fk_task_target__unit foreign key (unit_id) references unit (id),
    constraint ck_task_target__numbers check (to_find >= 0 and to_rectify >= 0 and to_find + to_rectify > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Files whose sender waits for what is in them; the row goes with the answer.
create table task_upload (
    fetch_id        bigint       not null primary key,
    member_id       bigint       not null,
    conversation_id varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
    file_name       varchar(200) not null,
    sent_at         datetime(3)  not null,
    constraint fk_task_upload__fetch foreign key (fetch_id) references media_fetch (id),
    constraint fk_task_upload__member foreign key (member_id) references member (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
