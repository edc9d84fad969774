-- The table of a month: posted on the first of the next one, or on the first working day after, to the groups that subscribe to it.

alter table ranking_snapshot drop constraint ck_ranking_snapshot__period_kind;
alter table ranking_snapshot add constraint ck_ranking_snapshot__period_kind check (period_kind in ('WEEK', 'MONTH'));

insert into schedule (name, task, cron, holiday, missed, options)
values ('league-table-monthly', 'league-table-monthly', '0 0 9 1 * ?', 'AFTER', 'LATE', '{}');
