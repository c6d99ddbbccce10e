DELETE FROM `main`.`person`
WHERE (relata_fold(`name`) GLOB relata_glob(relata_fold($1)) OR relata_fold(`email`) GLOB relata_glob(relata_fold($2)))
-- $1 = '%x%' (text)
-- $2 = '%x%' (text)
