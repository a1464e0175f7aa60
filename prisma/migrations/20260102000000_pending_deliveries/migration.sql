-- The log filtered by pending, held or cancelled: a small part of the rows, wherever they are.
CREATE INDEX deliveries_pending ON deliveries (account_id, id) WHERE status = 'pending';
