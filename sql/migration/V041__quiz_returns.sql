-- In the morning people hear that missed questions have come back.

-- When somebody was told last, and how often since the last answer. Who has never missed a question is not in here.
create table quiz_reader (
    member_id bigint not null primary key,
    told_on   date   not null,
    unheeded  int    not null,
    constraint fk_quiz_reader__member foreign key (member_id) references member (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Holds all that the morning's query needs of the answers.
alter table quiz_box
    add index ix_quiz_box__morning (due_on, member_id, material_id, number);

-- What was missed is found by the next run.
insert into schedule (name, task, cron, holiday, missed, options)
values ('quiz-returns', 'quiz-returns', '0 30 9 * * ?', 'SKIP', 'SKIP', '{}');
