-- A webhook that is only being typed, for a test before it is saved. Deleted from its birth, it is in no list, count or
-- subscription, and raises no alert; only the worker, which sends its test, and who asked for that test know it. The
-- worker clears it away after an hour.
ALTER TABLE webhooks
  ADD COLUMN is_draft boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT webhooks_drafts_are_deleted CHECK (NOT is_draft OR deleted_at IS NOT NULL);

CREATE INDEX webhooks_drafts ON webhooks (account_id) WHERE is_draft;
