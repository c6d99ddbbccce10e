WITH `chosen` AS MATERIALIZED (
SELECT `t0`.`id`
FROM `main`.`item` AS `t0`
WHERE (relata_fold(`t0`.`name`) GLOB relata_glob(relata_fold($1)) AND `t0`.`name` IN (SELECT value FROM json_each($2)) AND EXISTS (SELECT 1 FROM `main`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND `t1`.`name` = $3)))
ORDER BY `t0`.`id`
LIMIT 1
)
DELETE FROM `main`.`item` AS `t0`
WHERE (`id` IN (SELECT `id` FROM `chosen`) AND (relata_fold(`t0`.`name`) GLOB relata_glob(relata_fold($1)) AND `t0`.`name` IN (SELECT value FROM json_each($2)) AND EXISTS (SELECT 1 FROM `main`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND `t1`.`name` = $3))))
-- $1 = '%x%' (text)
-- $2 = ['a', 'b'] (text list)
-- $3 = 'Ada' (text)
