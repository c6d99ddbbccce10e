-- A text that changes with what the other queries find in the schemas $1, or without any in the default one; and whether
-- the database tells of changes by itself.
--
-- A row of a catalogue never changes: it is written anew, by a transaction whose number is in xmin. A sum of hashes has
-- no order. A relation counts by its columns instead, because statistics, indexes and a refresh write its row, too.
WITH exposed AS MATERIALIZED (
    SELECT n.oid
    FROM pg_catalog.pg_namespace n
    WHERE n.nspname = ANY ($1) OR ($1 = '{}' AND n.nspname = (array_remove(current_schemas(false), 'pg_catalog'))[1])
), relation AS MATERIALIZED (
    SELECT c.oid,
           concat_ws(' ', c.relname, c.relkind, c.relowner, c.relacl, c.relispartition, c.relrowsecurity) AS content
    FROM pg_catalog.pg_class c
    WHERE c.relnamespace IN (SELECT exposed.oid FROM exposed) AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
), part (kind, id, content) AS (
    SELECT 'schema', n.oid::bigint, concat_ws(' ', n.xmin, current_schemas(false))
    FROM pg_catalog.pg_namespace n
    WHERE n.nspname !~ '^pg_(toast|temp)'
    UNION ALL
    SELECT 'role', m.roleid::bigint, concat_ws(' ', m.xmin, m.member)
    FROM pg_catalog.pg_auth_members m
    UNION ALL
    SELECT 'relation', r.oid::bigint, r.content
    FROM relation r
    UNION ALL
    SELECT 'column', a.attrelid::bigint << 16 | a.attnum, a.xmin::text
    FROM relation r
    JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0
    UNION ALL
    SELECT 'default', d.oid::bigint, d.xmin::text
    FROM relation r
    JOIN pg_catalog.pg_attrdef d ON d.adrelid = r.oid
    UNION ALL
    SELECT 'constraint', c.oid::bigint, c.xmin::text
    FROM relation r
    JOIN pg_catalog.pg_constraint c ON c.conrelid = r.oid
    UNION ALL
    SELECT 'index', i.indexrelid::bigint, i.xmin::text
    FROM relation r
    JOIN pg_catalog.pg_index i ON i.indrelid = r.oid AND i.indisunique
    UNION ALL
    SELECT 'rule', w.oid::bigint, w.xmin::text
    FROM relation r
    JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.oid
    UNION ALL
    SELECT 'trigger', t.oid::bigint, t.xmin::text
    FROM relation r
    JOIN pg_catalog.pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
    UNION ALL
    SELECT 'comment', d.objoid::bigint << 16 | d.objsubid, d.xmin::text
    FROM relation r
    JOIN pg_catalog.pg_description d ON d.objoid = r.oid AND d.classoid = 'pg_catalog.pg_class'::regclass
    UNION ALL
    SELECT 'type', t.oid::bigint, t.xmin::text
    FROM pg_catalog.pg_type t
    WHERE t.typtype IN ('d', 'e', 'r')
    UNION ALL
    SELECT 'composite', a.attrelid::bigint << 16 | a.attnum, a.xmin::text
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
    WHERE c.relkind = 'c'
    UNION ALL
    SELECT 'extension', e.oid::bigint, e.xmin::text
    FROM pg_catalog.pg_extension e
    UNION ALL
    SELECT 'label', l.oid::bigint, l.xmin::text
    FROM pg_catalog.pg_enum l
)
SELECT coalesce(sum(hashtextextended(part.kind || part.content, part.id))::text, ''),
       NOT pg_is_in_recovery() AND EXISTS (
           SELECT
           FROM pg_catalog.pg_event_trigger e
           WHERE e.evtname = 'relata_schema' AND e.evtenabled IN ('O', 'A'))
FROM part
