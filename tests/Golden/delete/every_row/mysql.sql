DELETE FROM `shop`.`log`
