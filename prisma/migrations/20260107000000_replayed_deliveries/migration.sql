-- What a bulk retry asks of each of up to 100,000 deliveries: has a later one of the same event, to the same webhook, arrived?
-- Later ones come from replays. Accepting an event doesn't touch this index.
CREATE INDEX deliveries_replayed ON deliveries (event_id, webhook_id, id) WHERE redelivery_id IS NOT NULL;
