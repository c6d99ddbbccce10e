-- The functions called $1, and all that this transaction has made. An identity is what DROP FUNCTION takes.
SELECT quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '(' || oidvectortypes(p.proargtypes) || ')',
       quote_ident(n.nspname) || '.' || quote_ident(p.proname),
       p.proname::text,
       p.xmin = pg_current_xact_id()::xid,
       p.prokind = 'f' AND NOT p.proretset AND p.pronargs = 1 AND p.proargtypes[0] IN ('json'::regtype, 'jsonb'::regtype)
           AND p.prorettype IN ('text'::regtype, 'json'::regtype, 'jsonb'::regtype),
       format_type(p.proargtypes[0], NULL),
       p.provolatile = 'v',
       obj_description(p.oid, 'pg_proc')
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE p.proname = $1 OR p.xmin = pg_current_xact_id()::xid
