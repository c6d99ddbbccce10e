\set id random(1, 10000)
SELECT i.id, i.owner_id, i.name, i.price, i.active, i.created_at, i.note, i.tags, i.data FROM item i WHERE i.id = :id;
