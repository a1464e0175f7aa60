-- What a webhook may ask of its deliveries -----------------------------------------------------------------------------

ALTER TABLE webhooks
  -- Sealed like the secret: the value of the Authorization header, for the formats that send one.
  ADD COLUMN authorization_value text,
  -- [[name, value], …]
  ADD COLUMN headers             json NOT NULL DEFAULT '[]',
  -- Migration mode: this format's signature headers are sent beside the webhook's own until then.
  ADD COLUMN also_sign_format    text,
  ADD COLUMN also_sign_until     timestamptz(3),
  ADD COLUMN rate_per_second     integer CHECK (rate_per_second BETWEEN 1 AND 1000),
  -- A path into the event, like data.contact: deliveries with the same value there go one after another.
  ADD COLUMN order_by            text,
  -- Resumed without what it held: pending deliveries below this id are cancelled, in portions; none is sent until then.
  ADD COLUMN discard_before      uuid;

-- The next free moment of a webhook with a rate: one row, so that two workers can't both have it.
CREATE TABLE webhook_paces (
  webhook_id uuid PRIMARY KEY REFERENCES webhooks (id),
  free_at    timestamptz NOT NULL
) WITH (fillfactor = 50);

-- Deliveries -----------------------------------------------------------------------------------------------------------

ALTER TABLE deliveries
  ADD COLUMN order_key     text,
  -- The next attempt was asked for by hand: it says nothing about the webhook's health.
  ADD COLUMN manual        boolean NOT NULL DEFAULT false,
  -- The bulk retry or replay that touched it last.
  ADD COLUMN redelivery_id uuid;
-- The oldest pending delivery of a key is the one that may be sent.
CREATE INDEX deliveries_in_order ON deliveries (webhook_id, order_key, event_id, id)
  WHERE status = 'pending' AND order_key IS NOT NULL;

ALTER TABLE attempts
  ADD COLUMN manual         boolean NOT NULL DEFAULT false,
  -- What the format signed inside the body; with it, the bytes that were sent can be shown again.
  ADD COLUMN body_signature text,
  ADD COLUMN tls_expires_at timestamptz;

-- Many deliveries again: a bulk retry or a replay, done by the worker in portions ---------------------------------------

CREATE TABLE redeliveries (
  id              uuid PRIMARY KEY,
  account_id      uuid NOT NULL REFERENCES accounts (id),
  kind            text NOT NULL CHECK (kind IN ('retry', 'replay')),
  -- The one webhook of a replay.
  webhook_id      uuid REFERENCES webhooks (id),
  -- What was asked for, as the API took it.
  request         json NOT NULL,
  rate_per_second integer NOT NULL,
  status          text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'paused', 'cancelled', 'done')),
  total           integer NOT NULL,
  done            integer NOT NULL DEFAULT 0,
  skipped         integer NOT NULL DEFAULT 0,
  -- The last row looked at, and the last one to look at: what comes in meanwhile is not part of it.
  cursor_id       uuid,
  last_id         uuid NOT NULL,
  actor           text NOT NULL,
  created_at      timestamptz(3) NOT NULL DEFAULT now(),
  finished_at     timestamptz(3)
);
CREATE INDEX redeliveries_account ON redeliveries (account_id, id);
CREATE INDEX redeliveries_running ON redeliveries (id) WHERE status = 'running';

-- A key may stand for a batch of events --------------------------------------------------------------------------------

ALTER TABLE idempotency_keys ADD COLUMN event_ids uuid[];
UPDATE idempotency_keys SET event_ids = ARRAY[event_id];
ALTER TABLE idempotency_keys ALTER COLUMN event_ids SET NOT NULL, DROP COLUMN event_id;
