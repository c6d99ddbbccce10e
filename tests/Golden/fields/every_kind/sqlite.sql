SELECT `id`, `boolean`, `int16`, `int32`, `int64`, `decimal`, `single`, `double`, `text`, `uuid`, `date`, `time`, `timestamp`, `timestamptz`, `interval`, `json`, `bytes`, `enum`, `array`, `other`, `others`
FROM `main`.`kinds`
ORDER BY `kinds`.`id`
LIMIT 101
