-- The columns of every UNIQUE constraint in their order; such an index is never partial and holds no expression.
SELECT m.name,
       i.name,
       c.name
FROM main.sqlite_master m
JOIN pragma_index_list(m.name, 'main') i
JOIN pragma_index_info(i.name, 'main') c
WHERE m.type = 'table' AND i.origin = 'u'
ORDER BY m.name, i.name, c.seqno
