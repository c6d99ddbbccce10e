-- The primary keys, unique keys and foreign keys of the tables in the schemas $1. A constraint with a parent is the
-- share that a partition has in its table's constraint. A key WITHOUT OVERLAPS (it has exclusion operators) identifies
-- no row.
SELECT con.conrelid,
       con.conname,
       con.contype::text,
       con.conkey,
       con.confrelid,
       coalesce(con.confkey, '{}')
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_constraint con ON con.conrelid = c.oid
WHERE c.relnamespace = ANY ($1)
  AND c.relkind IN ('r', 'p', 'f')
  AND NOT c.relispartition
  AND con.contype IN ('p', 'u', 'f')
  AND con.conparentid = 0
  AND con.conexclop IS NULL
