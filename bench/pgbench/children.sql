\set passed random(0, 9) * 20
\set count 20
\set each 10
SELECT o.id, o.name, o.email, o.rating, o.since,
    i.id, i.owner_id, i.name, i.price, i.active, i.created_at, i.note, i.tags, i.data
FROM (SELECT * FROM owner ORDER BY id LIMIT :count OFFSET :passed) o
LEFT JOIN LATERAL (SELECT * FROM item WHERE owner_id = o.id ORDER BY id LIMIT :each) i ON true
ORDER BY o.id, i.id;
