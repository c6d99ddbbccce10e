-- The columns of the unique keys of the database @p0, without those over the beginnings of texts.
SELECT s.TABLE_NAME, s.INDEX_NAME, s.INDEX_NAME = 'PRIMARY', s.COLUMN_NAME
FROM information_schema.STATISTICS s
WHERE s.TABLE_SCHEMA = @p0 AND s.NON_UNIQUE = 0
  AND NOT EXISTS (
      SELECT 1
      FROM information_schema.STATISTICS part
      WHERE part.TABLE_SCHEMA = s.TABLE_SCHEMA AND part.TABLE_NAME = s.TABLE_NAME AND part.INDEX_NAME = s.INDEX_NAME
        AND (part.SUB_PART IS NOT NULL OR part.COLUMN_NAME IS NULL))
ORDER BY s.TABLE_NAME, s.INDEX_NAME, s.SEQ_IN_INDEX
