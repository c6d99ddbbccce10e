-- The columns of JSON of the database @p0: JSON is a text with a check of the column's name. Read by itself, because a sub-query
-- in that of the columns would open every table for each of them.
SELECT k.TABLE_NAME, k.CONSTRAINT_NAME
FROM information_schema.CHECK_CONSTRAINTS k
WHERE k.CONSTRAINT_SCHEMA = @p0
  AND k.CHECK_CLAUSE = CONCAT('json_valid(`', REPLACE(k.CONSTRAINT_NAME, '`', '``'), '`)')
ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME
