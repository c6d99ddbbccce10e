INSERT INTO `main`.`log`
DEFAULT VALUES
RETURNING `at`, `message`
