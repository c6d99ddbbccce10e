\set id random(1, 10000)
\set tenant (:id - 1) / 50 + 1
\startpipeline
BEGIN READ ONLY;
SELECT set_config('app.tenant', (:tenant)::text, true);
SELECT i.id, i.owner_id, i.name, i.price, i.active, i.created_at, i.note, i.tags, i.data FROM tenant_item i WHERE i.id = :id;
COMMIT;
\endpipeline
