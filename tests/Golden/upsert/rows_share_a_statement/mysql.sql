INSERT INTO `shop`.`person` (`id`, `name`)
VALUES ($1, $2), ($3, $4), ($5, $6), ($7, $8), ($9, $10), ($11, $12), ($13, $14), ($15, $16), ($17, $18), ($19, $20), ($21, $22), ($23, $24), ($25, $26), ($27, $28), ($29, $30), ($31, $32), ($33, $34)
ON DUPLICATE KEY UPDATE `id` = IF(`id` = VALUES(`id`), `id`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`
-- $1 = 0 (bigint)
-- $2 = 'n0' (text)
-- $3 = 1 (bigint)
-- $4 = 'n1' (text)
-- … 26 more
-- $31 = 15 (bigint)
-- $32 = 'n15' (text)
-- $33 = 16 (bigint)
-- $34 = 'n16' (text)
