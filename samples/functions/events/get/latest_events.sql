-- The events of a kind, or of all kinds, the latest first: GET /fn/events?kind=vehicle&limit=5
-- @param kind text = null
-- @param limit integer = 10
SELECT id, kind, severity, start_timestamp, summary
FROM event
WHERE :kind IS NULL OR kind = :kind
ORDER BY start_timestamp DESC, id DESC
LIMIT :limit
