-- Everybody whose words are in a draft: none of them reviews it. Empty again once it is published.
create table material_writer (
    material_id bigint not null,
    member_id   bigint not null,
    primary key (material_id, member_id),
    constraint fk_material_writer__material foreign key (material_id) references material (id) on delete cascade,
    constraint fk_material_writer__member foreign key (member_id) references member (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

insert into material_writer (material_id, member_id)
select id, written_by
  from material
 where written_by is not null
   and state in ('DRAFT', 'REVIEWED');
