-- Every schema, whether the role may use it, and whether it is the first one on the search path, the system's aside.
SELECT n.oid,
       n.nspname,
       has_schema_privilege(n.oid, 'USAGE') IS TRUE,
       n.nspname IS NOT DISTINCT FROM (array_remove(current_schemas(false), 'pg_catalog'))[1]
FROM pg_catalog.pg_namespace n
WHERE n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname
