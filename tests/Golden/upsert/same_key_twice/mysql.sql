INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n0' (text)
-- $2 = 'e0' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n1' (text)
-- $2 = 'e1' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n2' (text)
-- $2 = 'e2' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n3' (text)
-- $2 = 'e3' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n4' (text)
-- $2 = 'e4' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n5' (text)
-- $2 = 'e5' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n6' (text)
-- $2 = 'e6' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n7' (text)
-- $2 = 'e7' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n8' (text)
-- $2 = 'e8' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n9' (text)
-- $2 = 'e9' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n10' (text)
-- $2 = 'e10' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n11' (text)
-- $2 = 'e11' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n12' (text)
-- $2 = 'e12' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n13' (text)
-- $2 = 'e13' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n14' (text)
-- $2 = 'e14' (text)
-- next
INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `email` = IF(`email` = VALUES(`email`), `email`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 'n15' (text)
-- $2 = 'e0' (text)
