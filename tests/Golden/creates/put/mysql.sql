SELECT `id`
FROM `shop`.`task`
WHERE (`id` = $1 AND `deleted_at` IS NULL)
FOR UPDATE
-- $1 = 7 (bigint)
-- row: title 0; key 1
-- next
UPDATE `shop`.`task`
SET `title` = $1, `updated_at` = CURRENT_TIMESTAMP(6)
WHERE `id` IN ($2)
-- $1 = 'x' (text)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT CAST(CONVERT(`title` USING utf8mb4) AS BINARY), `id`
FROM `shop`.`task`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
-- next
-- if it is absent:
INSERT INTO `shop`.`task` (`id`, `title`, `updated_at`)
SELECT $1, $2, CURRENT_TIMESTAMP(6)
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM `shop`.`task` WHERE `id` = $1 FOR UPDATE)
RETURNING CAST(CONVERT(`title` USING utf8mb4) AS BINARY), `id`
-- $1 = 7 (bigint)
-- $2 = 'x' (text)
-- row: title 0; key 1
