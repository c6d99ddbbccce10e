-- 50 rows: GET /fn/items?owner_id=1
CREATE OR REPLACE FUNCTION items_of_owner(params json) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT json_build_object('results', json_agg(i ORDER BY id))
        FROM (SELECT * FROM item WHERE owner_id = (params->>'owner_id')::int ORDER BY id LIMIT 50) AS i);
END $$;
