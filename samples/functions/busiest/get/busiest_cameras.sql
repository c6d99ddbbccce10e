-- The cameras with the most detections: GET /fn/busiest
-- @timeout 5s
-- @param limit integer = 3
SELECT camera.id, camera.name, count(*) AS detections, round(avg(detection.score), 3) AS mean_score
FROM detection
JOIN camera ON camera.id = detection.camera_id
GROUP BY camera.id
ORDER BY detections DESC, camera.id
LIMIT :limit
