SELECT `t0`.`id`
FROM `main`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `main`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND relata_fold(`t1`.`name`) GLOB relata_glob(relata_fold($1))))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = '%ann%' (text)
