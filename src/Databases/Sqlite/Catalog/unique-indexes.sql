-- The columns of every unique index that belongs to no constraint, in their order, and the statement that made it. What
-- is an expression has no name.
SELECT m.name,
       i.name,
       c.name,
       i.partial,
       s.sql
FROM main.sqlite_master m
JOIN pragma_index_list(m.name, 'main') i
JOIN pragma_index_info(i.name, 'main') c
JOIN main.sqlite_master s ON s.type = 'index' AND s.name = i.name
WHERE m.type = 'table' AND i."unique" AND i.origin = 'c'
ORDER BY m.name, i.name, c.seqno
