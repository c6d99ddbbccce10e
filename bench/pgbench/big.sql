SELECT i.id, i.owner_id, i.name, i.price, i.active, i.created_at, i.note, i.tags, i.data FROM big i ORDER BY i.id LIMIT :rows;
