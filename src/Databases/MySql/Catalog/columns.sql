-- The columns of the database @p0. Those of JSON are in checks.sql; a view has no checks, but keeps the collation.
SELECT c.TABLE_NAME,
       c.COLUMN_NAME,
       c.DATA_TYPE,
       c.COLUMN_TYPE,
       c.NUMERIC_PRECISION,
       c.NUMERIC_SCALE,
       c.CHARACTER_MAXIMUM_LENGTH,
       c.COLLATION_NAME,
       c.IS_NULLABLE = 'YES',
       NULLIF(c.COLUMN_DEFAULT, 'NULL'),
       c.EXTRA LIKE '%auto_increment%',
       c.IS_GENERATED = 'ALWAYS' OR c.EXTRA LIKE '%GENERATED%',
       NULLIF(c.COLUMN_COMMENT, '')
FROM information_schema.COLUMNS c
WHERE c.TABLE_SCHEMA = @p0 AND c.EXTRA NOT LIKE '%INVISIBLE%'
ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION
