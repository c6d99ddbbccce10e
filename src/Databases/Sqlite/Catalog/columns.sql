-- The columns of the relations of the kind $type ('table' or 'view'), or of the one called $name, in their order;
-- hidden is 1 for the hidden columns of a virtual table, 2 and 3 for generated columns
-- (https://sqlite.org/pragma.html#pragma_table_xinfo).
SELECT m.name,
       x.name,
       x.type,
       x."notnull",
       x.dflt_value,
       x.pk,
       x.hidden
FROM main.sqlite_master m
JOIN pragma_table_xinfo(m.name, 'main') x
WHERE m.type = $type AND ($name IS NULL OR m.name = $name) AND x.hidden <> 1
ORDER BY m.name, x.cid
