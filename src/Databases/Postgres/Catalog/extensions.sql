-- The extensions whose functions and operators the role may name.
SELECT e.extname,
       n.nspname
FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
WHERE has_schema_privilege(n.oid, 'USAGE')
ORDER BY e.extname
