-- What is open of all that fell due long ago, carried forward into one row a unit, so that a table does not read a row for each date of which
-- something is still open. Follows from tally_due. Moved forward every night; whoever changes what is open of a date before it adds here, too.
create table tally_carried (
    kind       varchar(12) character set ascii collate ascii_bin not null,
    unit_id    bigint      not null,
    still_open int         not null,
    primary key (kind, unit_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- One row. What fell due before this moment is carried forward. Read with a lock by whoever changes what is open of a date that is past, so that
-- it does not move meanwhile.
create table tally_carried_until (
    id         tinyint     not null primary key,
    due_before datetime(3) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

insert into tally_carried_until (id, due_before) values (1, '2000-01-01');
