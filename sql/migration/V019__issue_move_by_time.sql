-- What was verified, sent back and rechecked in a period is counted from the moves of these kinds alone.

alter table issue_move
    add index ix_issue_move__move_at (move, moved_at, issue_id);
