-- 1,000 tables of eight columns; each has a primary key, a reference to the table before it, and an index.

DO $$
BEGIN
    FOR n IN 1 .. 1000 LOOP
        EXECUTE format(
            'CREATE TABLE table_%1$s (
                id          int PRIMARY KEY,
                previous_id int REFERENCES table_%2$s,
                name        text NOT NULL,
                price       numeric(10, 2) NOT NULL DEFAULT 0,
                active      bool NOT NULL DEFAULT true,
                created_at  timestamptz NOT NULL DEFAULT now(),
                tags        text[],
                data        jsonb
            )',
            n, greatest(n - 1, 1));
        EXECUTE format('CREATE INDEX ON table_%s (previous_id)', n);
    END LOOP;
END
$$;

VACUUM ANALYZE;
