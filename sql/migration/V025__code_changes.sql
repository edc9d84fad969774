-- Changes of codes between two tables: what each unit's code was when the groups were last told. A table that is posted later takes its place.

create table code_announced (
    unit_id       bigint      not null primary key,
    code          varchar(6)  null,
    occurrence_id bigint      not null,
    announced_at  datetime(3) not null,
    constraint fk_code_announced__unit foreign key (unit_id) references unit (id),
    constraint fk_code_announced__occurrence foreign key (occurrence_id) references occurrence (id),
    constraint ck_code_announced__code check (code in ('GREEN', 'YELLOW', 'RED'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- In the morning what the night has changed, in the afternoon the day. What was missed is found by the next run.
insert into schedule (name, task, cron, holiday, missed, options)
values ('code-changes', 'code-changes', '0 30 10,16 * * ?', 'SKIP', 'SKIP', '{}');
