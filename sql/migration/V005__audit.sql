-- Who did what, allowed or denied (append-only), and what an operator has to look at.

create table audit_entry (
    id       bigint       not null auto_increment primary key,
    at       datetime(3)  not null,
    staff_id varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
    action   varchar(40)  not null,
    subject  varchar(80)  null,
    outcome  varchar(8)   not null,
    detail   varchar(400) null,
    constraint ck_audit_entry__outcome check (outcome in ('ALLOWED', 'DENIED', 'FAILED')),
    index ix_audit_entry__subject (subject, id),
    index ix_audit_entry__staff (staff_id, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table alarm (
    code    varchar(60)  not null primary key,
    detail  varchar(400) not null,
    since   datetime(3)  not null,
    last_at datetime(3)  not null,
    times   int          not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
