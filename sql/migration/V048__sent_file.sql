-- Files that somebody sent to a command and waits for; the row goes with the answer. In the place of a table for each command.
create table sent_file (
    fetch_id        bigint       not null primary key,
    -- The English name of the command that it was sent to.
    command         varchar(40)  character set ascii collate ascii_bin not null,
    member_id       bigint       not null,
    conversation_id varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
    file_name       varchar(200) not null,
    sent_at         datetime(3)  not null,
    constraint fk_sent_file__fetch foreign key (fetch_id) references media_fetch (id),
    constraint fk_sent_file__member foreign key (member_id) references member (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

insert into sent_file (fetch_id, command, member_id, conversation_id, file_name, sent_at)
select fetch_id, 'tasks', member_id, conversation_id, file_name, sent_at
  from task_upload;

drop table task_upload;
