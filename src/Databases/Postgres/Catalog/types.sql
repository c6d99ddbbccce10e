-- The types of all columns in the schemas $1 and those of the identifiers $2, and the types of which these are made: elements, base types, fields, the
-- bounds of ranges and the ranges of multiranges (which PostgreSQL 13 does not have: hence to_jsonb).
-- An array is what its element names as its array type; other types have elements too (point, name) and are no arrays.
--
-- The first types are gathered into an array because the planner expects few rows of one; a recursion over all columns
-- looks so costly to it that it compiles the query, which takes longer than running it.
WITH RECURSIVE needed (oid) AS (
    SELECT unnest(ARRAY(
        SELECT DISTINCT a.atttypid
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = ANY ($1)
          AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
          AND NOT c.relispartition) || $2)
    UNION
    SELECT part.oid
    FROM needed
    JOIN pg_catalog.pg_type t ON t.oid = needed.oid
    CROSS JOIN LATERAL (
        SELECT t.typelem
        UNION ALL
        SELECT t.typbasetype
        UNION ALL
        SELECT r.rngsubtype
        FROM pg_catalog.pg_range r
        WHERE r.rngtypid = t.oid
        UNION ALL
        SELECT r.rngtypid
        FROM pg_catalog.pg_range r
        WHERE t.typtype = 'm' AND (to_jsonb(r) ->> 'rngmultitypid')::oid = t.oid
        UNION ALL
        SELECT f.atttypid
        FROM pg_catalog.pg_attribute f
        WHERE f.attrelid = t.typrelid AND f.attnum > 0 AND NOT f.attisdropped
    ) AS part (oid)
    WHERE part.oid <> 0
)
SELECT t.oid,
       n.nspname,
       t.typname,
       coalesce(e.oid, 0),
       t.typbasetype,
       t.typtypmod,
       format_type(t.typbasetype, t.typtypmod),
       t.typnotnull,
       ARRAY(
           SELECT l.enumlabel::text
           FROM pg_catalog.pg_enum l
           WHERE l.enumtypid = t.oid
           ORDER BY l.enumsortorder),
       fields.names,
       fields.types,
       fields.modifiers,
       fields.type_names,
       coalesce(part.oid, 0),
       format_type(part.oid, NULL),
       t.typtype = 'm'
FROM needed
JOIN pg_catalog.pg_type t ON t.oid = needed.oid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
LEFT JOIN LATERAL (
    SELECT CASE t.typtype WHEN 'r' THEN r.rngsubtype ELSE r.rngtypid END AS oid
    FROM pg_catalog.pg_range r
    WHERE CASE t.typtype
              WHEN 'r' THEN r.rngtypid = t.oid
              WHEN 'm' THEN (to_jsonb(r) ->> 'rngmultitypid')::oid = t.oid
          END
) AS part ON true
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(f.attname::text ORDER BY f.attnum), '{}'),
           coalesce(array_agg(f.atttypid ORDER BY f.attnum), '{}'),
           coalesce(array_agg(f.atttypmod ORDER BY f.attnum), '{}'),
           coalesce(array_agg(format_type(f.atttypid, f.atttypmod) ORDER BY f.attnum), '{}')
    FROM pg_catalog.pg_attribute f
    WHERE f.attrelid = t.typrelid AND f.attnum > 0 AND NOT f.attisdropped
) AS fields (names, types, modifiers, type_names)
