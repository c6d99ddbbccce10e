INSERT INTO note (text) VALUES (:text) RETURNING id, text
