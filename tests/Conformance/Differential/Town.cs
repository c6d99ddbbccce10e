namespace Relata.Conformance.Differential;

/// <summary>
/// A town of twelve related tables: foreign keys that are missing, doubled, composite, of text, and to their own table,
/// a junction, and rows that are marked as deleted, some of the junction's among them. Its statements mean the same to
/// every database.
/// </summary>
internal static class Town
{
    /// <summary>The statements that make the empty tables.</summary>
    public const string Statements =
        """
        CREATE TABLE region (
            id integer PRIMARY KEY, name text NOT NULL, rank smallint, parent_id integer REFERENCES region (id));
        CREATE TABLE person (
            id integer PRIMARY KEY, name text NOT NULL, email text, born date, pay numeric(10,2), is_active boolean,
            boss_id integer REFERENCES person (id), region_id integer REFERENCES region (id));
        CREATE TABLE site (
            id integer PRIMARY KEY, code text NOT NULL UNIQUE, name text, opened_at timestamptz, area double precision,
            region_id integer NOT NULL REFERENCES region (id), manager_id integer NOT NULL REFERENCES person (id),
            deputy_id integer REFERENCES person (id));
        CREATE TABLE device_kind (code text PRIMARY KEY, title text, price numeric(8,2));
        CREATE TABLE device (
            id integer PRIMARY KEY, site_id integer NOT NULL REFERENCES site (id),
            kind_code text REFERENCES device_kind (code), serial uuid, is_online boolean, weight double precision,
            notes text);
        CREATE TABLE zone (
            device_id integer NOT NULL REFERENCES device (id), number smallint NOT NULL, name text,
            is_restricted boolean, PRIMARY KEY (device_id, number));
        CREATE TABLE rule (
            id integer PRIMARY KEY, device_id integer, zone_number smallint, action text, level integer,
            FOREIGN KEY (device_id, zone_number) REFERENCES zone (device_id, number));
        CREATE TABLE incident (
            id bigint PRIMARY KEY, device_id integer NOT NULL REFERENCES device (id),
            opened_by_id integer NOT NULL REFERENCES person (id), closed_by_id integer REFERENCES person (id),
            severity smallint NOT NULL, score double precision, happened_at timestamptz, summary text);
        CREATE TABLE label (id integer PRIMARY KEY, name text, colour text, deleted_at timestamptz);
        CREATE TABLE incident_label (
            incident_id bigint NOT NULL REFERENCES incident (id), label_id integer NOT NULL REFERENCES label (id),
            added_at timestamptz, deleted_at timestamptz, PRIMARY KEY (incident_id, label_id));
        CREATE TABLE comment (
            id integer PRIMARY KEY, incident_id bigint NOT NULL REFERENCES incident (id),
            author_id integer REFERENCES person (id), reply_to_id integer REFERENCES comment (id), body text,
            likes integer, deleted_at timestamptz);
        CREATE TABLE visit (
            id integer PRIMARY KEY, person_id integer REFERENCES person (id), site_id integer REFERENCES site (id),
            day date, hours numeric(8,2));

        """;

    /// <summary>The tables, each behind those that it points to.</summary>
    public static IReadOnlyList<TownTable> Tables { get; } =
    [
        Table("region", "id", "id:Integer name:Text rank:Integer parent_id:Integer",
            Parent("parent", "region", "parent_id"), Children("region", "region", "parent_id"),
            Children("person", "person", "region_id"), Children("site", "site", "region_id")),
        Table("person", "id",
            "id:Integer name:Text email:Text born:Date pay:Decimal is_active:Boolean boss_id:Integer region_id:Integer",
            Parent("boss", "person", "boss_id"), Parent("region", "region", "region_id"),
            Children("person", "person", "boss_id"), Children("site_by_manager", "site", "manager_id"),
            Children("site_by_deputy", "site", "deputy_id"),
            Children("incident_by_opened_by", "incident", "opened_by_id"),
            Children("incident_by_closed_by", "incident", "closed_by_id"),
            Children("comment", "comment", "author_id"), Children("visit", "visit", "person_id")),
        Table("site", "id",
            "id:Integer code:Text name:Text opened_at:Instant area:Double region_id:Integer manager_id:Integer "
            + "deputy_id:Integer",
            Parent("region", "region", "region_id"), Parent("manager", "person", "manager_id"),
            Parent("deputy", "person", "deputy_id"), Children("device", "device", "site_id"),
            Children("visit", "visit", "site_id")),
        Table("device_kind", "code", "code:Text title:Text price:Decimal",
            new TownRelation(
                "device", "referenced_by_device_kind_code_objects", true, "device", ["code"], ["kind_code"])),
        Table("device", "id",
            "id:Integer site_id:Integer kind_code:Text serial:Uuid is_online:Boolean weight:Double notes:Text",
            Parent("site", "site", "site_id"),
            new TownRelation("device_kind", "kind_code_object", false, "device_kind", ["kind_code"], ["code"]),
            Children("zone", "zone", "device_id"), Children("incident", "incident", "device_id")),
        Table("zone", "device_id,number", "device_id:Integer number:Integer name:Text is_restricted:Boolean",
            Parent("device", "device", "device_id"),
            new TownRelation("rule", "referenced_by_rule_device_id_zone_number_objects", true, "rule",
                ["device_id", "number"], ["device_id", "zone_number"])),
        Table("rule", "id", "id:Integer device_id:Integer zone_number:Integer action:Text level:Integer",
            new TownRelation("zone", "device_id_zone_number_object", false, "zone",
                ["device_id", "zone_number"], ["device_id", "number"])),
        Table("incident", "id",
            "id:Integer device_id:Integer opened_by_id:Integer closed_by_id:Integer severity:Integer score:Double "
            + "happened_at:Instant summary:Text",
            Parent("device", "device", "device_id"), Parent("opened_by", "person", "opened_by_id"),
            Parent("closed_by", "person", "closed_by_id"), Children("incident_label", "incident_label", "incident_id"),
            Children("comment", "comment", "incident_id"),
            new TownRelation("label", "label", true, "label", ["id"], ["id"],
                new TownJunction("incident_label", "incident_id", "label_id"))),
        Table("label", "id", "id:Integer name:Text colour:Text deleted_at:Instant",
            Children("incident_label", "incident_label", "label_id"),
            new TownRelation("incident", "incident", true, "incident", ["id"], ["id"],
                new TownJunction("incident_label", "label_id", "incident_id"))),
        Table("incident_label", "incident_id,label_id",
            "incident_id:Integer label_id:Integer added_at:Instant deleted_at:Instant",
            Parent("incident", "incident", "incident_id"), Parent("label", "label", "label_id")),
        Table("comment", "id",
            "id:Integer incident_id:Integer author_id:Integer reply_to_id:Integer body:Text likes:Integer "
            + "deleted_at:Instant",
            Parent("incident", "incident", "incident_id"), Parent("author", "person", "author_id"),
            Parent("reply_to", "comment", "reply_to_id"), Children("comment", "comment", "reply_to_id")),
        Table("visit", "id", "id:Integer person_id:Integer site_id:Integer day:Date hours:Decimal",
            Parent("person", "person", "person_id"), Parent("site", "site", "site_id")),
    ];

    /// <summary>The table of that name.</summary>
    public static TownTable Named(string name) => Tables.Single(table => table.Name == name);

    private static TownTable Table(string name, string key, string columns, params TownRelation[] relations) => new(
        name, key.Split(','),
        [
            .. columns.Split(' ').Select(column => column.Split(':'))
                .Select(parts => new TownColumn(parts[0], Enum.Parse<Kind>(parts[1]))),
        ],
        relations);

    private static TownRelation Parent(string name, string target, string column) =>
        new(name, $"{column}_object", false, target, [column], ["id"]);

    private static TownRelation Children(string name, string target, string column) =>
        new(name, $"referenced_by_{target}_{column}_objects", true, target, ["id"], [column]);
}
