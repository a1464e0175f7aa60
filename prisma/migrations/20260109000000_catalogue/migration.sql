-- Event types of an account's own, beside those that every account has --------------------------------------------------

CREATE TABLE event_types (
  id          uuid PRIMARY KEY,
  account_id  uuid NOT NULL REFERENCES accounts (id),
  name        text NOT NULL,
  description text NOT NULL,
  use_cases   text[] NOT NULL,
  -- JSON Schema of the data; none: any data fits.
  schema      json,
  sample      json NOT NULL,
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  -- Also tells a schema from the one before it, so to the microsecond.
  updated_at  timestamptz NOT NULL DEFAULT now(),
  UNIQUE (account_id, name)
);

CREATE TABLE event_sets (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  name       text NOT NULL,
  events     text[] NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (account_id, name)
);

ALTER TABLE accounts
  ADD COLUMN payload_validation text NOT NULL DEFAULT 'off' CHECK (payload_validation IN ('off', 'warn', 'reject'));

-- Where an accepted event's data is not as its type's schema says: [{path, message}].
ALTER TABLE events ADD COLUMN warnings json;

-- Which events a webhook wants ------------------------------------------------------------------------------------------

ALTER TABLE webhooks
  ADD COLUMN filter      json,
  -- The same as an SQL/JSON path.
  ADD COLUMN filter_path text;
