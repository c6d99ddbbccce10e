SELECT `Key`, CAST(CONVERT(`key` USING utf8mb4) AS BINARY)
FROM `shop`.`twins`
WHERE (`Key` = $1 AND (`key` = $2 AND `key` = $2 COLLATE utf8mb4_nopad_bin))
ORDER BY `twins`.`Key`
LIMIT 101
-- $1 = 1 (bigint)
-- $2 = 'a' (text)
