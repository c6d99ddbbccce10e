-- The tables and views of the main database: whether a relation is a view or a virtual table (which has no pages of its
-- own), and whether an index carries its primary key: that of a table without one is the rowid under another name
-- (https://sqlite.org/lang_createtable.html#rowid).
--
-- The tables in which the modules that come with SQLite keep the content of a virtual table are left out.
SELECT m.name,
       m.type = 'view',
       m.type = 'table' AND m.rootpage = 0,
       EXISTS (SELECT 1 FROM pragma_index_list(m.name, 'main') i WHERE i.origin = 'pk')
FROM main.sqlite_master m
WHERE m.type IN ('table', 'view')
  AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\'
  AND NOT EXISTS (
      SELECT 1
      FROM main.sqlite_master v
      WHERE v.type = 'table'
        AND v.rootpage = 0
        AND (v.sql LIKE '%using%fts%'
             AND m.name IN (v.name || '_data', v.name || '_idx', v.name || '_content', v.name || '_docsize',
                            v.name || '_config', v.name || '_segments', v.name || '_segdir', v.name || '_stat')
             OR (v.sql LIKE '%using%rtree%' OR v.sql LIKE '%using%geopoly%')
             AND m.name IN (v.name || '_node', v.name || '_rowid', v.name || '_parent')))
ORDER BY m.name
