-- Photos are kept cleaned, with a thumbnail; what the camera said about time and place is kept with the fetch.

alter table media_blob
    add column thumbnail_hash char(64) character set ascii collate ascii_bin null,
    add constraint fk_media_blob__thumbnail foreign key (thumbnail_hash) references media_blob (hash);

-- as_picture: what arrives has to be one. Degrees are those of WGS-84.
alter table media_fetch
    add column as_picture boolean      not null default false after download_code,
    add column taken_at   datetime(3)  null after reason,
    add column latitude   decimal(9,6) null after taken_at,
    add column longitude  decimal(9,6) null after latitude,
    add constraint ck_media_fetch__position check ((latitude is null) = (longitude is null));

update media_fetch
   set reason = upper(replace(reason, '-', '_'))
 where reason is not null;

-- When an issue has drawn the consequences of what became of its photo: noted the place, or told who sent it.
alter table issue_photo
    add column settled_at datetime(3) null,
    add index ix_issue_photo__settled (settled_at, id);

update issue_photo
   set settled_at = added_at;
