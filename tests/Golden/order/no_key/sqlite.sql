SELECT `at`, `message`
FROM `main`.`log`
ORDER BY `log`.`at` DESC
LIMIT 101
