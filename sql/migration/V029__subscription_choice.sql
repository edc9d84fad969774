-- What people choose for their groups in the chat.

-- A subscription that a person ended stays as a row, so that the roster file does not bring it back at the next start.
alter table subscription
    add column active boolean not null default true;

-- The units that a subscription is narrowed to; without rows it is about all units of the group.
create table subscription_unit (
    group_id bigint      not null,
    post     varchar(60) not null,
    unit_id  bigint      not null,
    primary key (group_id, post, unit_id),
    constraint fk_subscription_unit__subscription foreign key (group_id, post) references subscription (group_id, post),
    constraint fk_subscription_unit__unit foreign key (unit_id) references unit (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Where posts are tried before the others see them.
alter table chat_group
    add column for_tests boolean not null default false;
