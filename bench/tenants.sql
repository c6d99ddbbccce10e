-- A copy of item, of which a caller sees the rows of one owner: the one whose number is the setting app.tenant.

CREATE TABLE tenant_item AS TABLE item;
ALTER TABLE tenant_item ADD PRIMARY KEY (id);
CREATE POLICY own ON tenant_item USING (owner_id = nullif(current_setting('app.tenant', true), '')::int);
ALTER TABLE tenant_item ENABLE ROW LEVEL SECURITY;
VACUUM ANALYZE tenant_item;

-- Policies do not bind a superuser.
CREATE ROLE guest LOGIN PASSWORD 'guest';
GRANT CREATE ON SCHEMA public TO guest;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest;
