INSERT INTO `main`.`invoice` (`number`, `net`)
VALUES ($1, $2)
RETURNING `id`, `number`, `net`, `gross`
-- $1 = 'A1' (varchar(8))
-- $2 = '10.00' (numeric(10,2))
-- row: id 0, number 1, net 2, gross 3; key 0
