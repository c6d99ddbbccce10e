-- The tables and views of the database @p0. A view takes writes when the server says that it can be updated.
SELECT t.TABLE_NAME,
       t.TABLE_TYPE = 'VIEW',
       t.TABLE_ROWS,
       NULLIF(IF(t.TABLE_TYPE = 'VIEW', '', t.TABLE_COMMENT), ''),
       COALESCE(v.IS_UPDATABLE = 'YES', TRUE)
FROM information_schema.TABLES t
LEFT JOIN information_schema.VIEWS v ON v.TABLE_SCHEMA = t.TABLE_SCHEMA AND v.TABLE_NAME = t.TABLE_NAME
WHERE t.TABLE_SCHEMA = @p0 AND t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW')
ORDER BY t.TABLE_NAME
