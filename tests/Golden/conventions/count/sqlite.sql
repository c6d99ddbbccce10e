SELECT count(*)
FROM `main`.`task`
WHERE `deleted_at` IS NULL
-- next
SELECT `id`
FROM `main`.`task`
WHERE `deleted_at` IS NULL
ORDER BY `task`.`id`
LIMIT 101
