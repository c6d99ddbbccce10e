SELECT id, text FROM note ORDER BY id
