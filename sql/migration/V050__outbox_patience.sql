-- How long a message is tried for.

-- busy_since: since when the platform has answered every attempt that it is busy; null when the last attempt ended otherwise.
-- due_since: since when it could have left, however often it was held after that; null while it was not held after that: then queued_at says it.
-- The index finds, with one step for a lane, the answer in it that may leave first: an answer need not wait for an older message's time.
alter table outbox
    add column busy_since datetime(3) null after tries,
    add column due_since datetime(3) null after queued_at,
    add index ix_outbox__open_answer (open_lane, kind, not_before);
