-- Answers may carry headers, such as the Location of a redirect; and a list says when something last arrived.
ALTER TABLE inspectors
  ADD COLUMN headers json NOT NULL DEFAULT '{}',
  ADD COLUMN last_request_at timestamptz(3);
