SELECT `id`
FROM `main`.`person`
WHERE ((relata_fold(`name`) GLOB relata_glob(relata_fold($1)) OR relata_fold(`email`) GLOB relata_glob(relata_fold($2))) AND (relata_fold(`name`) GLOB relata_glob(relata_fold($3)) OR relata_fold(`email`) GLOB relata_glob(relata_fold($4))))
ORDER BY `person`.`id`
LIMIT 101
-- $1 = '%ann%' (text)
-- $2 = '%ann%' (text)
-- $3 = '%van dyk%' (text)
-- $4 = '%van dyk%' (text)
