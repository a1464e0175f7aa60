-- What a list of requests says of each without reading its body.
ALTER TABLE inspected_requests
  ADD COLUMN event_type text,
  ADD COLUMN attempt integer;
