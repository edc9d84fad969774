-- The library: what trainers push to the groups.

create table material (
    id              bigint       not null auto_increment primary key,
    -- The name of the file that it came from, so that the same file changes it; null for what was written or sent in chat.
    file_key        varchar(100) character set ascii collate ascii_bin null,
    category        varchar(12)  not null,
    state           varchar(12)  not null,
    title           varchar(200) not null,
    summary         varchar(300) not null,
    body            mediumtext   not null,
    source          varchar(200) not null,
    url             varchar(500) null,
    document_number varchar(100) null,
    issued_on       date         null,
    effective_on    date         null,
    -- By which those that were published together are told as new.
    dated_on        date         generated always as (coalesce(effective_on, issued_on)) stored,
    -- One a line, for they are read together with the material only.
    tags            varchar(500) not null,
    superseded_by   bigint       null,
    written_by      bigint       null,
    reviewed_by     bigint       null,
    created_at      datetime(3)  not null,
    published_at    datetime(3)  null,
    constraint uk_material__file_key unique (file_key),
    constraint fk_material__superseded_by foreign key (superseded_by) references material (id),
    constraint fk_material__written_by foreign key (written_by) references member (id),
    constraint fk_material__reviewed_by foreign key (reviewed_by) references member (id),
    constraint ck_material__category check (category in ('LAW', 'CASE', 'KNOWLEDGE', 'POLICY', 'TRAINING')),
    constraint ck_material__state check (state in ('DRAFT', 'REVIEWED', 'PUBLISHED', 'SUPERSEDED', 'ARCHIVED')),
    index ix_material__shelf (category, state, published_at, dated_on)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table material_attachment (
    material_id bigint       not null,
    position    int          not null,
    media_hash  char(64)     character set ascii collate ascii_bin not null,
    file_name   varchar(200) not null,
    primary key (material_id, position),
    constraint fk_material_attachment__material foreign key (material_id) references material (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table material_question (
    material_id bigint       not null,
    number      int          not null,
    question    varchar(300) not null,
    -- One a line.
    options     varchar(800) not null,
    answer      int          not null,
    explanation varchar(500) not null,
    primary key (material_id, number),
    constraint fk_material_question__material foreign key (material_id) references material (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
