SELECT `id`
FROM `main`.`item`
WHERE relata_regexp($1, `name`, 1)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'lamp' (text)
