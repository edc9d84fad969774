-- Minutes of a session (培训纪要) are also a material of the library, which a second trainer reviews.

alter table training_session
    add column minutes_material_id bigint null,
    add constraint fk_training_session__minutes foreign key (minutes_material_id) references material (id);
