-- Accounts and the people in them ------------------------------------------------------------------------------------

CREATE TABLE accounts (
  id                  uuid PRIMARY KEY,
  name                text NOT NULL,
  last_webhook_number integer NOT NULL DEFAULT 0,
  created_at          timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE users (
  id            uuid PRIMARY KEY,
  email         text NOT NULL UNIQUE CHECK (email = lower(email)),
  password_hash text NOT NULL,
  created_at    timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE members (
  account_id uuid NOT NULL REFERENCES accounts (id),
  user_id    uuid NOT NULL REFERENCES users (id),
  role       text NOT NULL CHECK (role IN ('owner', 'admin', 'viewer')),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, user_id)
);
CREATE INDEX members_user_id ON members (user_id);

CREATE TABLE sessions (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  user_id    uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  -- A member who leaves takes their sessions along.
  FOREIGN KEY (account_id, user_id) REFERENCES members (account_id, user_id) ON DELETE CASCADE
);
CREATE INDEX sessions_user_id ON sessions (user_id);
CREATE INDEX sessions_member ON sessions (account_id, user_id);
CREATE INDEX sessions_expires_at ON sessions (expires_at);

CREATE TABLE sign_in_failures (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email   text NOT NULL,
  address text NOT NULL,
  at      timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_failures_address ON sign_in_failures (address, at);
CREATE INDEX sign_in_failures_at ON sign_in_failures (at);

-- The one-time link that creates the owner: at most one row.
CREATE TABLE setup_tokens (
  id         integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  token_hash text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE api_keys (
  id           uuid PRIMARY KEY,
  account_id   uuid NOT NULL REFERENCES accounts (id),
  name         text NOT NULL,
  hash         text NOT NULL UNIQUE,
  last_four    text NOT NULL,
  scopes       text[] NOT NULL,
  created_at   timestamptz(3) NOT NULL DEFAULT now(),
  expires_at   timestamptz(3),
  revoked_at   timestamptz(3),
  last_used_at timestamptz(3)
);
CREATE INDEX api_keys_account ON api_keys (account_id, id);

CREATE TABLE audit_entries (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  actor      text NOT NULL,
  action     text NOT NULL,
  target     text NOT NULL,
  address    text,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX audit_entries_account ON audit_entries (account_id, id);

-- Webhooks -----------------------------------------------------------------------------------------------------------

CREATE TABLE webhooks (
  id                     uuid PRIMARY KEY,
  account_id             uuid NOT NULL REFERENCES accounts (id),
  number                 integer NOT NULL,
  title                  text NOT NULL,
  url                    text NOT NULL,
  format                 text NOT NULL,
  events                 text[] NOT NULL,
  status                 text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'paused', 'disabled')),
  disabled_reason        text,
  -- Sealed by lib/vault.ts, the webhook's id as associated data.
  secret                 text NOT NULL,
  previous_secret        text,
  previous_secret_until  timestamptz(3),
  secret_rotated_at      timestamptz(3),
  retry_preset           text,
  retry_delays_seconds   integer[] NOT NULL DEFAULT '{}',
  timeout_ms             integer NOT NULL CHECK (timeout_ms BETWEEN 1000 AND 30000),
  concurrency            integer NOT NULL CHECK (concurrency BETWEEN 1 AND 256),
  created_at             timestamptz(3) NOT NULL DEFAULT now(),
  updated_at             timestamptz(3) NOT NULL DEFAULT now(),
  -- Rows stay after deletion, so that the log keeps its titles.
  deleted_at             timestamptz(3),
  UNIQUE (account_id, number)
);
CREATE INDEX webhooks_live ON webhooks (id) WHERE deleted_at IS NULL;

-- Apart from webhooks: written by every flush of results, while a webhook's configuration stays still.
CREATE TABLE webhook_health (
  webhook_id           uuid PRIMARY KEY REFERENCES webhooks (id),
  hits                 bigint NOT NULL DEFAULT 0,
  last_hit_at          timestamptz(3),
  last_success_at      timestamptz(3),
  consecutive_failures integer NOT NULL DEFAULT 0,
  failing_since        timestamptz(3)
) WITH (fillfactor = 50);

-- Events, deliveries, attempts: UUIDv7 ids, partitioned by range of id, so by time ------------------------------------
-- No foreign keys between them: retention drops whole partitions, and the hot path pays for none.

CREATE TABLE events (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  type       text NOT NULL,
  timestamp  timestamptz(3) NOT NULL,
  -- Text, not jsonb: the bytes that are signed are the bytes that were accepted.
  data       text NOT NULL,
  deliveries integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
) PARTITION BY RANGE (id);
CREATE INDEX events_account ON events (account_id, id);

CREATE TABLE deliveries (
  id               uuid PRIMARY KEY,
  account_id       uuid NOT NULL,
  webhook_id       uuid NOT NULL,
  event_id         uuid NOT NULL,
  event_type       text NOT NULL,
  cause            text NOT NULL CHECK (cause IN ('event', 'test')),
  -- What the row knows. "held" and "cancelled by deletion" follow from the webhook's state and are not copied here.
  status           text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'succeeded', 'failed', 'cancelled')),
  attempts         integer NOT NULL DEFAULT 0,
  failures         integer NOT NULL DEFAULT 0,
  next_attempt_at  timestamptz,
  leased_until     timestamptz,
  response_code    integer,
  error            text,
  duration_ms      integer,
  last_attempt_at  timestamptz,
  finished_at      timestamptz,
  created_at       timestamptz NOT NULL DEFAULT now()
) PARTITION BY RANGE (id);
CREATE INDEX deliveries_account ON deliveries (account_id, id);
CREATE INDEX deliveries_webhook ON deliveries (webhook_id, id);
CREATE INDEX deliveries_event ON deliveries (event_id);
CREATE INDEX deliveries_failed ON deliveries (account_id, id) WHERE status = 'failed';
CREATE INDEX deliveries_due ON deliveries (webhook_id, next_attempt_at, id) WHERE status = 'pending' AND cause = 'event';
CREATE INDEX deliveries_due_tests ON deliveries (webhook_id, id) WHERE status = 'pending' AND cause = 'test';

CREATE TABLE attempts (
  id               uuid PRIMARY KEY,
  account_id       uuid NOT NULL,
  webhook_id       uuid NOT NULL,
  delivery_id      uuid NOT NULL,
  number           integer NOT NULL,
  format           text,
  url              text,
  started_at       timestamptz NOT NULL,
  duration_ms      integer,
  outcome          text NOT NULL CHECK (outcome IN ('succeeded', 'retrying', 'failed', 'interrupted')),
  response_code    integer,
  error            text,
  error_detail     text,
  request_headers  json,
  response_headers json,
  -- Bytes: a receiver may answer anything, and Postgres text holds no NUL.
  response_body    bytea,
  response_bytes   integer,
  dns_ms           real,
  connect_ms       real,
  tls_ms           real,
  first_byte_ms    real,
  remote_address   text,
  tls_version      text
) PARTITION BY RANGE (id);
CREATE INDEX attempts_delivery ON attempts (delivery_id, number);

CREATE TABLE idempotency_keys (
  account_id   uuid NOT NULL,
  key          text NOT NULL,
  request_hash text NOT NULL,
  event_id     uuid NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);

-- What the charts read: how many attempts ended how, and how fast, per webhook and minute.
CREATE TABLE attempt_rollups (
  webhook_id     uuid NOT NULL,
  minute         timestamptz(0) NOT NULL,
  outcome        text NOT NULL,
  -- The response code, or the error where there was none.
  result         text NOT NULL,
  -- Half powers of two of a millisecond: bucket b holds durations of 2^(b/2) to 2^((b+1)/2) ms.
  latency_bucket smallint NOT NULL,
  count          integer NOT NULL,
  PRIMARY KEY (webhook_id, minute, outcome, result, latency_bucket)
) WITH (fillfactor = 80);

-- Which worker processes live; /api/ready tells when one was last seen.
CREATE TABLE workers (
  id         uuid PRIMARY KEY,
  started_at timestamptz(3) NOT NULL DEFAULT now(),
  seen_at    timestamptz(3) NOT NULL DEFAULT now()
);

-- Ids and partitions -------------------------------------------------------------------------------------------------

-- UUIDv7 (RFC 9562): 48 bits of milliseconds, then version, variant and random bits. Postgres before 18 has none.
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- The smallest UUIDv7 of an instant.
CREATE FUNCTION uuid_v7_floor(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (encode(substring(int8send(floor(extract(epoch FROM at) * 1000)::bigint) FROM 3), 'hex')
    || '00000000000000000000')::uuid
$$;

-- One partition a week (weeks begin on Monday, UTC), from the week of `since` to the week of `until`.
CREATE FUNCTION ensure_partitions(since timestamptz, until timestamptz) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  week timestamp := date_trunc('week', since AT TIME ZONE 'UTC');
  parent text;
  child text;
  made integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(7265501);
  WHILE week <= until AT TIME ZONE 'UTC' LOOP
    FOREACH parent IN ARRAY ARRAY['events', 'deliveries', 'attempts'] LOOP
      child := parent || '_' || to_char(week, 'YYYYMMDD');
      IF to_regclass(child) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', child, parent,
          uuid_v7_floor(week AT TIME ZONE 'UTC'), uuid_v7_floor((week + interval '7 days') AT TIME ZONE 'UTC'));
        IF parent = 'deliveries' THEN
          EXECUTE format('ALTER TABLE %I SET (fillfactor = 80)', child);
        END IF;
        made := made + 1;
      END IF;
    END LOOP;
    week := week + interval '7 days';
  END LOOP;
  RETURN made;
END
$$;
