-- What goes on between a person and the bot: the question that is open, and the last thing that can be taken back.

create table dialogue (
    conversation_id varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
    member_id       bigint      not null,
    command         varchar(40) not null,
    field           varchar(60) not null,
    draft           mediumtext  not null,
    choices         mediumtext  not null,
    asked_at        datetime(3) not null,
    primary key (conversation_id, member_id),
    constraint fk_dialogue__member foreign key (member_id) references member (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table undo_step (
    member_id bigint       not null primary key,
    command   varchar(40)  not null,
    token     varchar(400) not null,
    done_at   datetime(3)  not null,
    constraint fk_undo_step__member foreign key (member_id) references member (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
