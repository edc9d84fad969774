-- Schedules that people make and end in the chat. One that was ended stays as a row: what it led to stays on record.
alter table schedule
    add column removed_at datetime(3) null;
