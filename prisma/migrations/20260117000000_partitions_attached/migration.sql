-- A partition that is made with its parent named locks that parent against everybody, and one after the other all six
-- until the end: whoever writes to two of them in another order is in a deadlock with it. One that is attached once it
-- is made leaves them all to their readers and writers.
CREATE FUNCTION make_partition(parent text, week timestamp, floor text, ceiling text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  child text := parent || '_' || to_char(week, 'YYYYMMDD');
BEGIN
  IF to_regclass(child) IS NOT NULL THEN
    RETURN 0;
  END IF;
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', child, parent);
  -- What is updated in place wants room for it.
  IF parent NOT IN ('events', 'attempts') THEN
    EXECUTE format('ALTER TABLE %I SET (fillfactor = 80)', child);
  END IF;
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, child, floor, ceiling);
  RETURN 1;
END
$$;

CREATE OR REPLACE FUNCTION ensure_partitions(since timestamptz, until timestamptz) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  week timestamp := date_trunc('week', since AT TIME ZONE 'UTC');
  monday timestamptz;
  next_monday timestamptz;
  parent text;
  made integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(7265501);
  WHILE week <= until AT TIME ZONE 'UTC' LOOP
    monday := week AT TIME ZONE 'UTC';
    next_monday := (week + interval '7 days') AT TIME ZONE 'UTC';
    FOREACH parent IN ARRAY ARRAY['events', 'deliveries', 'attempts'] LOOP
      made := made + make_partition(parent, week, uuid_v7_floor(monday)::text, uuid_v7_floor(next_monday)::text);
    END LOOP;
    FOREACH parent IN ARRAY ARRAY['rollup_minutes', 'rollup_hours', 'rollup_days'] LOOP
      made := made + make_partition(parent, week, monday::text, next_monday::text);
    END LOOP;
    week := week + interval '7 days';
  END LOOP;
  RETURN made;
END
$$;
