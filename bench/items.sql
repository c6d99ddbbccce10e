-- A table of items that belong to 200 owners: psql -v table=NAME -v rows=COUNT

SET client_min_messages = warning;

CREATE TABLE IF NOT EXISTS owner (
    id     int PRIMARY KEY,
    name   text NOT NULL,
    email  text,
    rating numeric(3, 1) NOT NULL,
    since  timestamptz NOT NULL
);

INSERT INTO owner
SELECT
    i,
    'Owner ' || i,
    CASE WHEN i % 4 <> 0 THEN 'owner' || i || '@example.com' END,
    i % 50 / 10.0,
    timestamptz '2020-01-01 00:00:00Z' + i * interval '1 day 1.5 seconds'
FROM generate_series(1, 200) i
ON CONFLICT DO NOTHING;

CREATE TABLE :"table" (
    id         int NOT NULL,
    owner_id   int NOT NULL,
    name       text NOT NULL,
    price      numeric(10, 2) NOT NULL,
    active     bool NOT NULL,
    created_at timestamptz NOT NULL,
    note       text,
    tags       text[] NOT NULL,
    data       jsonb NOT NULL
);

-- Most values are plain; some need escaping, are empty, missing, beyond ASCII, or end in zeros. An owner's items lie
-- together: were they scattered, PostgreSQL's generic plan for `WHERE owner_id = $1 ORDER BY id LIMIT $2`, which knows
-- neither value, would walk the primary key, and the walk would be all that is measured.
INSERT INTO :"table"
SELECT
    i,
    (i - 1) * 200 / :rows + 1,
    CASE WHEN i % 20 = 3 THEN 'Größe "L" \ ' ELSE 'Item number ' END || i,
    (i * 37 % 100000) / 100.0,
    i % 3 <> 0,
    timestamptz '2024-01-01 00:00:00Z' + i * interval '61.000250 seconds',
    CASE WHEN i % 2 = 0 THEN 'A note of ordinary length about item ' || i END,
    (ARRAY['new', 'sale', 'last one', NULL, 'größer'])[1 : i % 6],
    jsonb_build_object(
        'size', i % 7, 'weight', round(i % 1000 / 10.0, 1), 'colour', 'blue', 'parts', jsonb_build_array(i, null, true))
FROM generate_series(1, :rows) i;

ALTER TABLE :"table" ADD PRIMARY KEY (id);
ALTER TABLE :"table" ADD FOREIGN KEY (owner_id) REFERENCES owner;
CREATE INDEX ON :"table" (owner_id);
VACUUM ANALYZE :"table";
ANALYZE owner;
