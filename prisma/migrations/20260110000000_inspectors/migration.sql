-- Built-in receivers. The token in the address is all that a sender needs; it is shown to the account as often as it likes.
CREATE TABLE inspectors (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  title text NOT NULL,
  token text NOT NULL UNIQUE,
  status smallint NOT NULL DEFAULT 200,
  delay_ms integer NOT NULL DEFAULT 0,
  content_type text NOT NULL DEFAULT 'text/plain',
  body text NOT NULL DEFAULT '',
  fail_status smallint NOT NULL DEFAULT 500,
  fail_next integer NOT NULL DEFAULT 0,
  request_count bigint NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT now()
) WITH (fillfactor = 50);

CREATE INDEX inspectors_account ON inspectors (account_id, id);

CREATE TABLE inspected_requests (
  id uuid PRIMARY KEY,
  inspector_id uuid NOT NULL REFERENCES inspectors (id) ON DELETE CASCADE,
  received_at timestamptz(3) NOT NULL DEFAULT now(),
  method text NOT NULL,
  path text NOT NULL,
  headers json NOT NULL,
  body bytea NOT NULL,
  bytes integer NOT NULL,
  is_truncated boolean NOT NULL,
  remote_address text NOT NULL,
  answered_status smallint NOT NULL
);

CREATE INDEX inspected_requests_inspector ON inspected_requests (inspector_id, id);
CREATE INDEX inspected_requests_received_at ON inspected_requests (received_at);
