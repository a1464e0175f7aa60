-- Rollups: by event type, too; minutes are summed into hours and days ----------------------------------------------------

CREATE TABLE rollup_minutes (
  webhook_id     uuid NOT NULL,
  at             timestamptz(0) NOT NULL,
  event_type     text COLLATE "C" NOT NULL,
  outcome        text COLLATE "C" NOT NULL,
  -- The response code, or the error where there was none.
  result         text COLLATE "C" NOT NULL,
  -- Half powers of two of a millisecond: bucket b holds durations of 2^(b/2) to 2^((b+1)/2) ms.
  latency_bucket smallint NOT NULL,
  count          integer NOT NULL,
  -- Of all of them together.
  duration_ms    bigint NOT NULL,
  PRIMARY KEY (webhook_id, at, event_type, outcome, result, latency_bucket)
) PARTITION BY RANGE (at);
CREATE INDEX rollup_minutes_at ON rollup_minutes (at);

CREATE TABLE rollup_hours (
  webhook_id     uuid NOT NULL,
  at             timestamptz(0) NOT NULL,
  -- Each for itself; and '*' is all of them together, which is what is mostly asked for.
  event_type     text COLLATE "C" NOT NULL,
  outcome        text COLLATE "C" NOT NULL,
  result         text COLLATE "C" NOT NULL,
  latency_bucket smallint NOT NULL,
  count          bigint NOT NULL,
  duration_ms    bigint NOT NULL,
  PRIMARY KEY (webhook_id, event_type, at, outcome, result, latency_bucket)
) PARTITION BY RANGE (at);

CREATE TABLE rollup_days (LIKE rollup_hours INCLUDING ALL) PARTITION BY RANGE (at);

-- What was recorded so late that its minute may stand in hours and days already. It waits here until it is added to them.
CREATE TABLE rollup_late (LIKE rollup_hours INCLUDING ALL);

-- Minutes before it stand in hours and days, too.
CREATE TABLE rollup_progress (
  id           integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  folded_until timestamptz(0) NOT NULL
);

CREATE OR REPLACE FUNCTION ensure_partitions(since timestamptz, until timestamptz) RETURNS integer LANGUAGE plpgsql AS $$
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
    FOREACH parent IN ARRAY ARRAY['rollup_minutes', 'rollup_hours', 'rollup_days'] LOOP
      child := parent || '_' || to_char(week, 'YYYYMMDD');
      IF to_regclass(child) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', child, parent,
          week AT TIME ZONE 'UTC', (week + interval '7 days') AT TIME ZONE 'UTC');
        EXECUTE format('ALTER TABLE %I SET (fillfactor = 80)', child);
        made := made + 1;
      END IF;
    END LOOP;
    week := week + interval '7 days';
  END LOOP;
  RETURN made;
END
$$;

-- What was counted without its event type is counted anew, from the log.
SELECT ensure_partitions(coalesce((SELECT min(started_at) FROM attempts), now()), now() + interval '4 weeks');

INSERT INTO rollup_minutes
SELECT attempts.webhook_id, date_trunc('minute', started_at), event_type, outcome,
  coalesce(attempts.response_code::text, attempts.error, ''),
  CASE WHEN attempts.duration_ms <= 1 THEN 0 ELSE least(floor(2 * log(2, attempts.duration_ms::numeric)), 40) END,
  count(*), sum(attempts.duration_ms)
FROM attempts JOIN deliveries ON deliveries.id = attempts.delivery_id
WHERE outcome <> 'interrupted' AND attempts.duration_ms IS NOT NULL
GROUP BY 1, 2, 3, 4, 5, 6;

INSERT INTO rollup_progress (folded_until)
SELECT date_trunc('minute', coalesce((SELECT min(at) FROM rollup_minutes), now()));

DROP TABLE attempt_rollups;

-- Health: what counters alone can't tell ---------------------------------------------------------------------------------

ALTER TABLE webhook_health
  ADD COLUMN last_failure_at timestamptz(3),
  -- When the first delivery since the last success had used up its retries.
  ADD COLUMN exhausted_at    timestamptz(3),
  -- Of the receiver's certificate, as last seen.
  ADD COLUMN tls_expires_at  timestamptz(3);

-- Automatic disabling ------------------------------------------------------------------------------------------------------

ALTER TABLE webhooks
  -- A preset by name or numbers of its own; none: the account's.
  ADD COLUMN auto_disable      json,
  -- None: the account's.
  ADD COLUMN auto_recover      boolean,
  ADD COLUMN disabled_at       timestamptz(3),
  -- Since when it is sent what it held, gently at first.
  ADD COLUMN resumed_at        timestamptz(3),
  -- While it is disabled: the one delivery that may go out, and when the last one did.
  ADD COLUMN probe_delivery_id uuid,
  ADD COLUMN probed_at         timestamptz(3);

ALTER TABLE accounts
  -- None: by each webhook's format.
  ADD COLUMN auto_disable json,
  ADD COLUMN auto_recover boolean NOT NULL DEFAULT false,
  -- Who gets email; nobody named: owners and admins.
  ADD COLUMN alert_emails text[] NOT NULL DEFAULT '{}',
  -- {from, until, timeZone}: what can wait, waits.
  ADD COLUMN quiet_hours  json;

-- Deliveries that have used up their retries, until it was looked at what that means.
CREATE TABLE exhausted_deliveries (
  delivery_id uuid PRIMARY KEY,
  account_id  uuid NOT NULL,
  webhook_id  uuid NOT NULL,
  at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX exhausted_deliveries_at ON exhausted_deliveries (at);

-- Alerts -------------------------------------------------------------------------------------------------------------------

CREATE TABLE alert_rules (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  -- None: every webhook of the account, each for itself.
  webhook_id uuid REFERENCES webhooks (id),
  kind       text NOT NULL,
  title      text NOT NULL,
  settings   json NOT NULL,
  channels   json NOT NULL,
  is_enabled boolean NOT NULL DEFAULT true,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  deleted_at timestamptz(3)
);
CREATE INDEX alert_rules_account ON alert_rules (account_id, id) WHERE deleted_at IS NULL;

-- Something that is wrong, from its beginning to its end: at most one at a time of a webhook, a kind and a rule.
CREATE TABLE incidents (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  webhook_id uuid REFERENCES webhooks (id),
  rule_id    uuid REFERENCES alert_rules (id),
  -- A rule's kind, or that of the webhook's own course: failing, disabled.
  kind       text NOT NULL,
  opened_at  timestamptz(3) NOT NULL,
  -- When its owner was told.
  noticed_at timestamptz(3),
  -- Since when it has looked well again; closed when that has lasted.
  calm_since timestamptz(3),
  closed_at  timestamptz(3),
  evidence   json NOT NULL
);
CREATE UNIQUE INDEX incidents_open ON incidents (
  account_id, kind,
  coalesce(webhook_id, '00000000-0000-0000-0000-000000000000'), coalesce(rule_id, '00000000-0000-0000-0000-000000000000')
) WHERE closed_at IS NULL;

-- Their owners know already.
UPDATE webhooks SET disabled_at = updated_at WHERE status = 'disabled';
INSERT INTO incidents (id, account_id, webhook_id, kind, opened_at, noticed_at, evidence)
SELECT uuid_v7(), account_id, id, 'disabled', disabled_at, disabled_at, json_build_object('disabledAt', disabled_at)
FROM webhooks WHERE status = 'disabled' AND deleted_at IS NULL;

CREATE INDEX incidents_account ON incidents (account_id, id);
CREATE INDEX incidents_rule ON incidents (rule_id, opened_at) WHERE rule_id IS NOT NULL;
CREATE INDEX incidents_webhook ON incidents (webhook_id) WHERE closed_at IS NULL;

-- What is told: the inbox, and the history.
CREATE TABLE notices (
  id          uuid PRIMARY KEY,
  account_id  uuid NOT NULL REFERENCES accounts (id),
  webhook_id  uuid REFERENCES webhooks (id),
  rule_id     uuid REFERENCES alert_rules (id),
  incident_id uuid REFERENCES incidents (id),
  kind        text NOT NULL,
  tone        text NOT NULL CHECK (tone IN ('bad', 'warn', 'ok')),
  title       text NOT NULL,
  facts       json NOT NULL,
  created_at  timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX notices_account ON notices (account_id, id);
CREATE INDEX notices_incident ON notices (incident_id);

ALTER TABLE members ADD COLUMN notices_read_until uuid;

-- A notice on its way out of the house by one channel.
CREATE TABLE notice_messages (
  id              uuid PRIMARY KEY,
  notice_id       uuid NOT NULL REFERENCES notices (id),
  channel         text NOT NULL CHECK (channel IN ('email', 'slack')),
  -- An address, or the sealed URL of an incoming webhook.
  target          text NOT NULL,
  status          text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'sent', 'failed')),
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  leased_until    timestamptz,
  error           text,
  sent_at         timestamptz(3)
);
CREATE INDEX notice_messages_due ON notice_messages (next_attempt_at) WHERE status = 'pending';
CREATE INDEX notice_messages_notice ON notice_messages (notice_id);
