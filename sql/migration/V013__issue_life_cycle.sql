-- The whole life cycle: who took the issue on, what verification found, when it is rechecked, what it was split from or merged into.

alter table issue
    drop constraint ck_issue__state,
    add column handler_id  bigint      null after group_id,
    add column parent_id   bigint      null after handler_id,
    add column merged_into bigint      null after parent_id,
    -- Since when the unit that answers now has had it; null while nobody answers.
    add column assigned_at datetime(3) null after created_at,
    add column truth       varchar(8)  null after closed_at,
    add column completion  varchar(8)  null after truth,
    -- The day of the recheck that a closing set; null once it was passed or failed.
    add column recheck_on  date        null after completion;

update issue
   set assigned_at = created_at
 where state <> 'REPORTED';

alter table issue
    add constraint ck_issue__state check (state in ('REPORTED', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED', 'CLOSED', 'REJECTED', 'WITHDRAWN', 'MERGED', 'SPLIT')),
    add constraint ck_issue__truth check (truth in ('TRUE', 'PARTLY', 'FALSE')),
    add constraint ck_issue__completion check (completion in ('WHOLE', 'STAGED')),
    add constraint ck_issue__merged check ((state = 'MERGED') = (merged_into is not null)),
    add constraint fk_issue__handler foreign key (handler_id) references member (id),
    add constraint fk_issue__parent foreign key (parent_id) references issue (id),
    add constraint fk_issue__merged_into foreign key (merged_into) references issue (id),
    add index ix_issue__state (state, id),
    add index ix_issue__recheck (recheck_on, id);

-- An extension that was asked for. pending is 1 until it is decided, then null, so that an issue has one open request at most.
create table issue_extension (
    id         bigint       not null auto_increment primary key,
    issue_id   bigint       not null,
    amount     int          not null,
    unit       varchar(8)   not null,
    asked_by   bigint       not null,
    asked_at   datetime(3)  not null,
    decided_by bigint       null,
    decided_at datetime(3)  null,
    granted    boolean      null,
    pending    tinyint      null default 1,
    constraint uk_issue_extension__pending unique (issue_id, pending),
    constraint ck_issue_extension__unit check (unit in ('CALENDAR', 'WORKING')),
    constraint ck_issue_extension__pending check ((pending is null) = (granted is not null)),
    constraint fk_issue_extension__issue foreign key (issue_id) references issue (id),
    constraint fk_issue_extension__asked_by foreign key (asked_by) references member (id),
    constraint fk_issue_extension__decided_by foreign key (decided_by) references member (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- before_course: how far the issue had come before the move, as JSON, for who takes his own move back; null where that cannot be.
alter table issue_move
    modify column move varchar(24) not null,
    add column before_course varchar(2000) null;

update issue_move
   set move = 'VERIFY'
 where move = 'CLOSE';
