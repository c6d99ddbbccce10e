SELECT count(*)
FROM `shop`.`person`
WHERE (`name` = $1 AND `name` = $1 COLLATE utf8mb4_nopad_bin)
-- $1 = 'a' (text)
-- next
SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
FROM `shop`.`person`
WHERE (`name` = $1 AND `name` = $1 COLLATE utf8mb4_nopad_bin)
ORDER BY `person`.`id`
LIMIT 101
-- $1 = 'a' (text)
-- row: id 0, name 1, email 2; key 0
