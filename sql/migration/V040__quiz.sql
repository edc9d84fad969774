-- The quiz: what somebody answered to a question of a material, and when a missed one comes back.

create table quiz_box (
    member_id   bigint  not null,
    material_id bigint  not null,
    number      int     not null,
    -- The first answer says what people know; the last one how it stands.
    first_right boolean not null,
    last_right  boolean not null,
    answered_on date    not null,
    -- How often it has come back and was right; null together with due_on when it comes back no more.
    step        int     null,
    due_on      date    null,
    primary key (member_id, material_id, number),
    constraint fk_quiz_box__member foreign key (member_id) references member (id),
    constraint fk_quiz_box__material foreign key (material_id) references material (id),
    constraint ck_quiz_box__waiting check ((step is null) = (due_on is null)),
    index ix_quiz_box__due (member_id, due_on, material_id, number),
    index ix_quiz_box__answered (member_id, answered_on),
    index ix_quiz_box__material (material_id, number, member_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
