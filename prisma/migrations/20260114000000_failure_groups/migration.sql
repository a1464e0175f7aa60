-- What a webhook's charts count of its deliveries is read from the index alone, however many there are. It is written as
-- often as before: an update that changes one of these columns was never a heap-only one.
DROP INDEX deliveries_webhook;
CREATE INDEX deliveries_webhook ON deliveries (webhook_id, id) INCLUDE (cause, status, response_code, error);

-- The latest failures of a webhook; what succeeds costs nothing.
CREATE INDEX attempts_failed ON attempts (webhook_id, id) WHERE outcome <> 'succeeded';
