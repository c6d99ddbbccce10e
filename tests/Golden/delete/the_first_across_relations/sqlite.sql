WITH `chosen` AS MATERIALIZED (
SELECT `t0`.`id`
FROM `main`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `main`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND `t1`.`name` = $1))
ORDER BY `t0`.`id`
LIMIT 1
)
DELETE FROM `main`.`item` AS `t0`
WHERE (`id` IN (SELECT `id` FROM `chosen`) AND EXISTS (SELECT 1 FROM `main`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND `t1`.`name` = $1)))
-- $1 = 'Ada' (text)
