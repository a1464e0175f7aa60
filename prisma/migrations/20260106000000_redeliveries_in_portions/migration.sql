ALTER TABLE redeliveries
  -- Up to when its rate is used: what has passed since says how large the next portion may be.
  ADD COLUMN advanced_at timestamptz NOT NULL DEFAULT now(),
  -- False where there was more to count than is worth counting: the total is then a lower bound, until it is done.
  ADD COLUMN is_exact    boolean NOT NULL DEFAULT true;

-- What a bulk retry or a replay has touched.
CREATE INDEX deliveries_redelivery ON deliveries (redelivery_id, id) WHERE redelivery_id IS NOT NULL;

-- Looked at twice a second, and empty nearly always.
CREATE INDEX webhooks_discarding ON webhooks (id) WHERE discard_before IS NOT NULL;
