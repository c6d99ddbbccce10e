-- The unique indexes of the tables in the schemas $1 that belong to no constraint: their columns, and the condition that
-- the rows in them meet. One over an expression is left out.
SELECT i.indrelid,
       c.relname,
       ARRAY (
           SELECT k.number
           FROM unnest(i.indkey::int2[]) WITH ORDINALITY k (number, place)
           WHERE k.place <= i.indnkeyatts
           ORDER BY k.place),
       pg_get_expr(i.indpred, i.indrelid)
FROM pg_catalog.pg_class t
JOIN pg_catalog.pg_index i ON i.indrelid = t.oid
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
WHERE t.relnamespace = ANY ($1)
  AND t.relkind IN ('r', 'p')
  AND NOT t.relispartition
  AND i.indisunique
  AND i.indisvalid
  AND i.indexprs IS NULL
  AND NOT EXISTS (
      SELECT
      FROM pg_catalog.pg_constraint con
      WHERE con.conindid = i.indexrelid AND con.conrelid = i.indrelid AND con.contype IN ('p', 'u', 'x'))
