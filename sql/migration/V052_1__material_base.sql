-- Of the file of what a draft revises, when the draft got its words: published later, it would put back what a newer file changed.
alter table material
    add column base_hash char(64) character set ascii collate ascii_bin null;

update material d
  join material b on b.id = d.revises
   set d.base_hash = b.file_hash
 where d.state in ('DRAFT', 'REVIEWED');
