SELECT count(*)
FROM `archive`.`item`
WHERE (`name` = $1 AND `name` = $1 COLLATE utf8mb4_nopad_bin)
-- $1 = 'x' (text)
-- next
SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY)
FROM `archive`.`item`
WHERE ((`name` = $1 AND `name` = $1 COLLATE utf8mb4_nopad_bin) AND `id` > $2)
ORDER BY `item`.`id`
LIMIT 3
-- $1 = 'x' (text)
-- $2 = 7 (bigint)
-- row: id 0, name 1; key 0
