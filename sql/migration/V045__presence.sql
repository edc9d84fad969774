-- Who was heard in which group, and when last: the platform tells no app who is in a group.
create table presence (
    group_id  bigint      not null,
    member_id bigint      not null,
    heard_at  datetime(3) not null,
    primary key (group_id, member_id),
    constraint fk_presence__group foreign key (group_id) references chat_group (id),
    constraint fk_presence__member foreign key (member_id) references member (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
