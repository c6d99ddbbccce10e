using Relata.Databases.Postgres.Tests.Conformance;
using FunctionFolder = Relata.Support.FunctionFolder;

namespace Relata.Databases.Postgres.Tests.Functions;

/// <summary>A server with functions of every kind.</summary>
public sealed class StoredFunctionServer : PostgresServer
{
    private static readonly Dictionary<string, string> Whole = new()
    {
        ["whole/get/whole_sql.sql"] = """
            CREATE OR REPLACE FUNCTION whole_sql(params json) RETURNS text AS $function$
                SELECT json_build_object('asked', params)::text;
            $function$ LANGUAGE sql IMMUTABLE STRICT;
            """,
        ["whole/post/whole_plpgsql.sql"] = """
            /* A comment; first. */
            CREATE FUNCTION whole_plpgsql(params jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
            BEGIN
                RETURN jsonb_build_object('asked', params);
            END $$;
            COMMENT ON FUNCTION whole_plpgsql IS 'Says; what it was asked.';
            """,
        ["whole/put/whole_atomic.sql"] = """
            CREATE OR REPLACE FUNCTION whole_atomic(params json) RETURNS json
            BEGIN ATOMIC
                SELECT CASE WHEN true THEN json_build_object('asked', params) END;
            END;
            """,
        ["order/get/order.sql"] = "BEGIN RETURN json_build_object('reserved', 'word'); END",
    };

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["body/get/body_plpgsql.sql"] = """
            -- What was asked.
            DECLARE
                n int := 1;
            BEGIN
                RETURN json_build_object('asked', params, 'n', n, 'text', $relata$;$relata$);
            END
            """,
        ["body/post/body_sql.sql"] = "-- @language sql\nSELECT json_build_object('asked', params)",
        ["echo/post/echo.sql"] = "-- @limit 100kb\n-- @language sql\nSELECT params",
        ["query/get/a_query.sql"] = "-- @param name text = null\n"
            + "SELECT id FROM person WHERE id = ANY (:ids) AND (:name IS NULL OR name = :name) ORDER BY id",
        ["query/post/typed_query.sql"] = "-- @param at timestamptz\n-- @param sums int[]\n-- @param tree json = null\n"
            + "SELECT :at AS at, :sums AS sums, :tree AS tree, '10.0.0.1'::inet AS address, ARRAY['1'::money] AS pays",
        ["nothing/post/nothing.sql"] = "-- @language sql\nSELECT NULL::json",
        ["held/get/held.sql"] = "SELECT n, CASE n WHEN 20000 THEN pg_advisory_xact_lock_shared(4711) END::text AS held "
            + "FROM generate_series(1, 20000) AS n",
        ["nap/get/nap.sql"] = "-- @timeout 200ms\nBEGIN PERFORM pg_sleep(30); RETURN '{}'; END",
        ["nap/post/nap_too.sql"] = "-- @timeout 200ms\nBEGIN PERFORM pg_sleep(30); RETURN '{}'; END",
        ["long/get/long_nap.sql"] = "-- @timeout 1m\nBEGIN PERFORM pg_sleep(0.3); RETURN '{\"result\":1}'; END",
        ["raise/post/raise.sql"] = """
            BEGIN
                RAISE EXCEPTION USING ERRCODE = params->>'code', MESSAGE = 'Not so: ' || (params->>'code'), HINT = 'Try again.';
            END
            """,
        ["count/post/count_raises.sql"] = """
            CREATE SEQUENCE IF NOT EXISTS raises;
            CREATE OR REPLACE FUNCTION count_raises(params json) RETURNS json LANGUAGE plpgsql AS $$
            DECLARE n bigint := nextval('raises');
            BEGIN
                IF params->>'code' IS NOT NULL THEN
                    RAISE EXCEPTION USING ERRCODE = params->>'code', MESSAGE = 'Counted.';
                END IF;
                RETURN json_build_object('http_headers', json_build_object('X-Count', n));
            END $$;
            """,
        ["fault/post/fault.sql"] = "BEGIN EXECUTE params->>'sql'; RETURN '{}'; END",
        ["writes/post/writes.sql"] = """
            BEGIN
                INSERT INTO draft (title) VALUES (params->>'title');
                IF params->>'fails' IS NOT NULL THEN RAISE EXCEPTION 'not this time'; END IF;
                RETURN '{"result":"stored"}';
            END
            """,
        ["sly/get/sly.sql"] = """
            CREATE OR REPLACE FUNCTION sly_write() RETURNS void LANGUAGE sql AS $$ INSERT INTO draft (title) VALUES ('sly') $$;
            CREATE OR REPLACE FUNCTION sly(params json) RETURNS json LANGUAGE plpgsql STABLE AS
            $$ BEGIN PERFORM sly_write(); RETURN '{}'; END $$;
            """,
        ["slyquery/get/sly_query.sql"] = "WITH w AS (INSERT INTO draft (title) VALUES ('sly') RETURNING id) SELECT id FROM w",
        ["session/get/session.sql"] = "SELECT set_config('application_name', :name, false) AS name",
        ["session/post/session_too.sql"] = """
            BEGIN
                CREATE TEMP TABLE scratch (id int);
                PERFORM set_config('role', 'pg_monitor', false);
                RETURN '{}';
            END
            """,
        ["state/get/state.sql"] =
            "SELECT current_setting('application_name') = 'other' AS other, current_user = session_user AS own",
        ["counts/get/counts.sql"] = """
            -- @volatile
            BEGIN
                INSERT INTO draft (title) VALUES ('counted');
                RETURN json_build_object('result', (SELECT count(*) FROM draft WHERE title = 'counted'));
            END
            """,
    };

    public StoredFunctionServer() => Functions = FunctionFolder.Of(Whole.Concat(Bodies));

    /// <inheritdoc/>
    protected override string Configuration => """{ "connections": { "max": 6 } }""";
}
