-- Materials as files, how they follow each other, and how they are found.

alter table material
    -- Of the file's text when it was last taken, so that the same file again changes nothing.
    add column file_hash char(64) character set ascii collate ascii_bin null,
    -- What this one replaces once it is published.
    add column supersedes bigint null,
    -- A draft of other words for a material that stays readable meanwhile; publishing it gives them to that one.
    add column revises bigint null,
    add constraint fk_material__supersedes foreign key (supersedes) references material (id),
    add constraint fk_material__revises foreign key (revises) references material (id),
    add index ix_material__newest (state, published_at, dated_on);

-- Words in a report for which this is the one card, folded.
create table material_word (
    word        varchar(20) collate utf8mb4_bin not null,
    material_id bigint      not null,
    primary key (word, material_id),
    constraint fk_material_word__material foreign key (material_id) references material (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Kinds of issue it applies to.
create table material_kind (
    material_id bigint      not null,
    kind        varchar(12) not null,
    primary key (material_id, kind),
    constraint fk_material_kind__material foreign key (material_id) references material (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- What can be found: published and superseded ones. A token is a character or two neighbouring ones in hex, for the full-text index of both databases
-- takes no word of fewer than three letters and knows no Chinese; version grows with every change, so that a node knows what it remembers to be old.
create table material_index (
    material_id bigint     not null primary key,
    version     bigint     not null,
    characters  int        not null,
    tokens      mediumtext character set ascii collate ascii_bin not null,
    -- The same text for a database that has a parser of its own; it is indexed at start where that is so.
    plain       mediumtext not null,
    constraint fk_material_index__material foreign key (material_id) references material (id),
    index ix_material_index__version (version),
    index ix_material_index__characters (characters),
    fulltext index ft_material_index__tokens (tokens)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Grows with every change of the index, so that a node that remembers all of it knows when it does not any more.
create table material_index_state (
    id      int    not null primary key,
    version bigint not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

insert into material_index_state (id, version) values (1, 0);
