-- The columns of every foreign key in their order; without a target column the target's primary key is meant.
SELECT m.name,
       f.id,
       f."table",
       f."from",
       f."to"
FROM main.sqlite_master m
JOIN pragma_foreign_key_list(m.name, 'main') f
WHERE m.type = 'table'
ORDER BY m.name, f.id, f.seq
