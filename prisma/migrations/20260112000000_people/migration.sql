-- People: invites to an account, when and from where members were last seen, and an audit log that can be searched.

ALTER TABLE users ADD COLUMN name text;

ALTER TABLE members ADD COLUMN last_seen_at timestamptz(3);

ALTER TABLE sessions
  ADD COLUMN address      text,
  ADD COLUMN user_agent   text,
  ADD COLUMN last_seen_at timestamptz(3) NOT NULL DEFAULT now();

-- An invite stays when it is used up: the audit log names it.
CREATE TABLE invites (
  id          uuid PRIMARY KEY,
  account_id  uuid NOT NULL REFERENCES accounts (id),
  email       text NOT NULL CHECK (email = lower(email)),
  role        text NOT NULL CHECK (role IN ('owner', 'admin', 'viewer')),
  token_hash  text NOT NULL UNIQUE,
  invited_by  text NOT NULL,
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  expires_at  timestamptz(3) NOT NULL,
  accepted_at timestamptz(3),
  revoked_at  timestamptz(3)
);
CREATE UNIQUE INDEX invites_pending ON invites (account_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;
CREATE INDEX invites_account ON invites (account_id, id);

CREATE INDEX audit_entries_actor ON audit_entries (account_id, actor, id);
CREATE INDEX audit_entries_action ON audit_entries (account_id, action, id);
CREATE INDEX audit_entries_target ON audit_entries (account_id, target, id);
