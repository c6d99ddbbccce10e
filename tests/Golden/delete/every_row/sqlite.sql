DELETE FROM `main`.`log`
