-- Filters of the delivery log under a name, each person's own --------------------------------------------------------------

CREATE TABLE saved_views (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  -- Whose: user:usr_… or key:key_….
  owner      text NOT NULL,
  name       text NOT NULL,
  -- As the query of the log has them.
  filters    json NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (account_id, owner, name)
);
