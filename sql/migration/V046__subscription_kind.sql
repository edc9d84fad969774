-- The kinds of issue that a subscription is narrowed to; without rows it is about all kinds.
create table subscription_kind (
    group_id bigint      not null,
    post     varchar(60) not null,
    kind     varchar(20) not null,
    primary key (group_id, post, kind),
    constraint fk_subscription_kind__subscription foreign key (group_id, post) references subscription (group_id, post)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
