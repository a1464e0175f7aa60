-- What an event's data says at a webhook's order_by (a path like data.contact), as the key of its order: a string as it
-- is, a number or boolean as JSON writes it. Nothing there, or nothing to compare: NULL, unordered. A long one is hashed.
CREATE FUNCTION order_key(data text, order_by text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN json_typeof(value) NOT IN ('string', 'number', 'boolean') THEN NULL
    WHEN length(value #>> '{}') > 200 THEN encode(sha256(convert_to(value #>> '{}', 'UTF8')), 'hex')
    ELSE value #>> '{}'
  END
  FROM (SELECT data::json #> (string_to_array(order_by, '.'))[2:] AS value WHERE order_by LIKE 'data.%') AS found
$$;
