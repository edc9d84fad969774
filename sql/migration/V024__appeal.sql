-- Appeals against a posted table, and what a granted one leaves out of the count.

create table appeal (
    id              bigint       not null auto_increment primary key,
    snapshot_id     bigint       not null,
    unit_id         bigint       not null,
    member_id       bigint       not null,
    reason          varchar(500) not null,
    filed_at        datetime(3)  not null,
    state           varchar(10)  not null,
    decided_by      bigint       null,
    decided_at      datetime(3)  null,
    decision        varchar(500) not null default '',
    -- The version that it led to.
    corrected_id    bigint       null,
    constraint fk_appeal__snapshot foreign key (snapshot_id) references ranking_snapshot (id),
    constraint fk_appeal__corrected foreign key (corrected_id) references ranking_snapshot (id),
    constraint fk_appeal__unit foreign key (unit_id) references unit (id),
    constraint fk_appeal__member foreign key (member_id) references member (id),
    constraint fk_appeal__decided_by foreign key (decided_by) references member (id),
    constraint ck_appeal__state check (state in ('OPEN', 'GRANTED', 'REJECTED', 'WITHDRAWN')),
    index ix_appeal__state_unit (state, unit_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Issues that do not count in tables of these days, whoever computes them and when.
create table ranking_left_out (
    issue_id  bigint not null,
    from_on   date   not null,
    until_on  date   not null,
    appeal_id bigint not null,
    primary key (issue_id, from_on, until_on),
    constraint fk_ranking_left_out__issue foreign key (issue_id) references issue (id),
    constraint fk_ranking_left_out__appeal foreign key (appeal_id) references appeal (id),
    constraint ck_ranking_left_out__days check (from_on < until_on),
    index ix_ranking_left_out__days (until_on, from_on)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- A correction may change the tables that followed from the corrected one, so one occurrence may post several.
alter table ranking_snapshot
    add constraint uk_ranking_snapshot__occurrence_period unique (occurrence_id, period_kind, from_on),
    drop index uk_ranking_snapshot__occurrence;

-- Runs when an appeal is granted, never by the clock.
insert into schedule (name, task, cron, holiday, missed, options, enabled)
values ('league-table-correction', 'league-table-correction', '0 0 9 ? * MON', 'ANYWAY', 'SKIP', '{}', false);
