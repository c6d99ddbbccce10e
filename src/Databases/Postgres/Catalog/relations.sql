-- The relations of the schemas $1 on which the role may do anything at all. A partition is reached through its table;
-- what an extension made belongs to the extension.
--
-- events: what the relation takes by its nature, as pg_relation_is_updatable answers it: the sum of 1 << CmdType with
-- update = 2, insert = 3 and delete = 4 (information_schema.views reads it the same way); INSTEAD OF triggers count.
SELECT c.oid,
       n.nspname,
       c.relname,
       c.relkind::text,
       CASE WHEN c.relkind <> 'v' AND c.reltuples >= 0 THEN c.reltuples::bigint END,
       d.description,
       (kind.events & 8 <> 0 AND has_any_column_privilege(c.oid, 'INSERT')) IS TRUE,
       (kind.events & 4 <> 0 AND has_any_column_privilege(c.oid, 'UPDATE')) IS TRUE,
       (kind.events & 16 <> 0 AND has_table_privilege(c.oid, 'DELETE')) IS TRUE
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT CASE c.relkind
               WHEN 'm' THEN 0
               WHEN 'v' THEN pg_relation_is_updatable(c.oid, true)
               WHEN 'f' THEN pg_relation_is_updatable(c.oid, true)
               ELSE 28
           END AS events
    OFFSET 0
) AS kind
LEFT JOIN pg_catalog.pg_description d
       ON d.classoid = 'pg_catalog.pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
WHERE c.relnamespace = ANY ($1)
  AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
  AND NOT c.relispartition
  AND (has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE') OR has_table_privilege(c.oid, 'DELETE'))
  AND NOT EXISTS (
      SELECT
      FROM pg_catalog.pg_depend owner
      WHERE owner.classid = 'pg_catalog.pg_class'::regclass AND owner.objid = c.oid AND owner.deptype = 'e')
