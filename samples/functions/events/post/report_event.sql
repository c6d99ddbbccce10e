-- Reports an event: POST /fn/events with {"camera":1,"operator":2,"kind":"motion","summary":"…"}
-- @limit 4kb
-- @param severity integer = 1
INSERT INTO event (camera_id, opened_by_id, reference, kind, severity, start_timestamp, summary)
VALUES (
    :camera, :operator,
    lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2))
        || '-' || hex(randomblob(6))),
    :kind, :severity, strftime('%Y-%m-%d %H:%M:%S', 'now'), :summary)
RETURNING id, kind, severity, summary
