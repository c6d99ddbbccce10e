SELECT `id`
FROM `main`.`item`
WHERE (`name` = $1 AND `note` = $2)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = '$2' (text)
-- $2 = '$1 ?1 :a @b' (text)
