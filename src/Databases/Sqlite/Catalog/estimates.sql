-- What ANALYZE counted: the first number of an entry is that of the rows in the index, or in the table when there is no
-- index (https://sqlite.org/fileformat2.html#stat1tab); a partial index has fewer.
SELECT s.tbl,
       max(CAST(s.stat AS INTEGER))
FROM main.sqlite_stat1 s
GROUP BY s.tbl
