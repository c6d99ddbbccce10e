-- One small object: GET /fn/item?id=1
CREATE OR REPLACE FUNCTION one_item(params json) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT json_build_object('result', json_build_object('id', id, 'name', name, 'price', price))
        FROM item WHERE id = (params->>'id')::int);
END $$;
