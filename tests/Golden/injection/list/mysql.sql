SELECT `id`
FROM `shop`.`item`
WHERE (`name` IN ($1) AND CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin IN ($1))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = ['a', ''; DROP TABLE item; --', '"]'] (text list)
