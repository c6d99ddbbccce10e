-- The columns of the relations in the schemas $1, in their order. Where the role may read some columns only, the others
-- are left out: a row is answered whole.
--
-- A column of a view that takes updates is computed when it is not one of those that can be updated.
WITH relation AS MATERIALIZED (
    SELECT c.oid,
           c.relkind IN ('v', 'm') AS is_view,
           c.relkind = 'v' AND pg_relation_is_updatable(c.oid, true) & 4 <> 0 AS is_updatable_view,
           has_table_privilege(c.oid, 'SELECT') OR NOT has_any_column_privilege(c.oid, 'SELECT') AS is_whole
    FROM pg_catalog.pg_class c
    WHERE c.relnamespace = ANY ($1)
      AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
      AND NOT c.relispartition
)
SELECT a.attrelid,
       a.attnum,
       a.attname,
       a.atttypid,
       a.atttypmod,
       format_type(a.atttypid, a.atttypmod),
       a.attnotnull,
       relation.is_view,
       a.attidentity::text,
       a.attgenerated <> ''
           OR (relation.is_updatable_view AND NOT pg_column_is_updatable(a.attrelid, a.attnum, true)),
       pg_get_expr(ad.adbin, ad.adrelid),
       d.description
FROM relation
JOIN pg_catalog.pg_attribute a ON a.attrelid = relation.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_catalog.pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
LEFT JOIN pg_catalog.pg_description d
       ON d.classoid = 'pg_catalog.pg_class'::regclass AND d.objoid = a.attrelid AND d.objsubid = a.attnum
WHERE relation.is_whole OR has_column_privilege(a.attrelid, a.attnum, 'SELECT')
ORDER BY a.attrelid, a.attnum
