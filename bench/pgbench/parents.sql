\set owner random(1, 200)
\set count 50
SELECT i.id, i.owner_id, i.name, i.price, i.active, i.created_at, i.note, i.tags, i.data, o.id, o.name, o.email, o.rating, o.since
FROM item i JOIN owner o ON o.id = i.owner_id WHERE i.owner_id = :owner ORDER BY i.id LIMIT :count;
