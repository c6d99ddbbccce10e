INSERT INTO `shop`.`person` (`id`, `name`)
SELECT $1, $2
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM `shop`.`person` WHERE `id` = $1 FOR UPDATE)
RETURNING `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
-- $1 = 1 (bigint)
-- $2 = 'a' (text)
-- row: id 0, name 1, email 2; key 0
