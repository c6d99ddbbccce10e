using Relata.Model.Schema;

namespace Relata.Databases.Postgres.Types;

/// <summary>What <c>pg_type</c> says about a type.</summary>
/// <param name="Schema">The schema that holds it.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Element">The element type when it is an array, else 0.</param>
/// <param name="Base">The type under it when it is a domain, else 0, with the modifier and the spelling.</param>
/// <param name="IsNotNull">Whether it is a domain that refuses NULL.</param>
/// <param name="Labels">Its labels when it is an enum.</param>
/// <param name="Fields">Its fields when it is a composite type.</param>
/// <param name="Between">
/// What it is made of when it is a range, which is the type of its bounds, or a multirange, which is the range.
/// </param>
/// <param name="IsMultirange">Whether it is a multirange.</param>
internal sealed record PostgresType(
    string Schema,
    string Name,
    uint Element,
    PostgresTypeUse Base,
    bool IsNotNull,
    IReadOnlyList<string> Labels,
    IReadOnlyList<PostgresField> Fields,
    PostgresTypeUse Between,
    bool IsMultirange);

/// <summary>A type as a column, field or domain is declared over it.</summary>
/// <param name="Type">Its object identifier.</param>
/// <param name="Modifier">
/// Its modifier, such as the length of a varchar, packed the way each type packs it; -1 for none.
/// </param>
/// <param name="Name">The two as the database spells them, such as <c>numeric(10,2)</c>.</param>
internal readonly record struct PostgresTypeUse(uint Type, int Modifier, string Name);

/// <summary>A field of a composite type.</summary>
internal sealed record PostgresField(string Name, PostgresTypeUse Type);

/// <summary>
/// Finds the column type behind a declaration; a type that is not known is <see cref="TypeKind.Other"/>.
/// </summary>
/// <param name="types">Every type that a declaration can lead to, by object identifier.</param>
internal sealed class PostgresColumnTypes(IReadOnlyDictionary<uint, PostgresType> types)
{
    /// <summary>The bytes of a modifier that are not the length itself (VARHDRSZ).</summary>
    private const int ModifierHeader = 4;

    /// <summary>The bytes of a name (NAMEDATALEN - 1); the server cuts a longer one without a word.</summary>
    private const int LongestName = 63;

    /// <summary>The column type of a declaration.</summary>
    public ColumnType Of(PostgresTypeUse use)
    {
        if (types.GetValueOrDefault(use.Type) is not { } type) return new ColumnType(TypeKind.Other, use.Name);
        if (type.Base.Type != 0) return Of(type.Base) with { Name = use.Name, Domain = use.Name };
        var found = type switch
        {
            { Element: not 0 } => new ColumnType(TypeKind.Array, use.Name) { Element = ElementOf(type, use) },
            { Between.Type: not 0 } => Range(type, use),
            { Labels.Count: > 0 } => new ColumnType(TypeKind.Enum, use.Name) { Labels = type.Labels },
            { Fields.Count: > 0 } => new ColumnType(TypeKind.Composite, use.Name) { Fields = FieldsOf(type) },
            _ => Plain(type, use),
        };
        return found with { Native = new QualifiedName(type.Schema, type.Name) };
    }

    /// <summary>
    /// Bounds are read as they are sent or not at all: no cast reaches into a range. The driver gives up on a
    /// multirange whose bounds are of a domain.
    /// </summary>
    private ColumnType Range(PostgresType type, PostgresTypeUse use) => PartOf(type.Between) switch
    {
        { Element.Domain: not null } when type.IsMultirange => new ColumnType(TypeKind.Other, use.Name),
        var part when CellReaders.CanRead(part) =>
            new ColumnType(type.IsMultirange ? TypeKind.Multirange : TypeKind.Range, use.Name) { Element = part },
        _ => new ColumnType(TypeKind.Other, use.Name),
    };

    private CompositeField[] FieldsOf(PostgresType type) =>
        [.. type.Fields.Select(field => new CompositeField(field.Name, PlaceAsOther(Of(field.Type))))];

    /// <summary>
    /// The type of what an array or a range holds. A statement can cast all elements to text, but not a part of each.
    /// </summary>
    private ColumnType PartOf(PostgresTypeUse use) =>
        Of(use) is var part && CellReaders.CanRead(part) ? part : AsText(part);

    /// <summary>A place keeps its name, by which the separator of its arrays is known.</summary>
    private static ColumnType AsText(ColumnType type) =>
        type with { Kind = TypeKind.Other, Native = type.Kind == TypeKind.GeoJson ? type.Native : null };

    /// <summary>A place stands alone or is not taken apart: the functions that do it take no row values.</summary>
    private static ColumnType PlaceAsOther(ColumnType type) =>
        type.Kind == TypeKind.GeoJson ? AsText(type) : type;

    /// <summary>Whether a type is a domain that refuses NULL, itself or through one below it.</summary>
    public bool RefusesNull(uint oid) =>
        types.GetValueOrDefault(oid) is { Base.Type: not 0 } domain
        && (domain.IsNotNull || RefusesNull(domain.Base.Type));

    /// <summary>
    /// The element keeps the array's modifier; an array is spelled as its element with brackets behind. The driver
    /// gives up on arrays of a domain over arrays.
    /// </summary>
    private ColumnType ElementOf(PostgresType array, PostgresTypeUse use)
    {
        var name = use.Name.EndsWith("[]", StringComparison.Ordinal) ? use.Name[..^2] : use.Name;
        var element = PartOf(new PostgresTypeUse(array.Element, use.Modifier, name));
        return element.Kind == TypeKind.Array ? AsText(element) : element;
    }

    private static ColumnType Plain(PostgresType type, PostgresTypeUse use) => KindOf(type) switch
    {
        TypeKind.Text when type.Name is "varchar" or "bpchar" && use.Modifier >= ModifierHeader =>
            new ColumnType(TypeKind.Text, use.Name) { Length = use.Modifier - ModifierHeader },
        TypeKind.Text when type.Name == "name" => new ColumnType(TypeKind.Text, use.Name) { Length = LongestName },
        TypeKind.Decimal when use.Modifier >= ModifierHeader => new ColumnType(TypeKind.Decimal, use.Name)
        {
            Precision = ((use.Modifier - ModifierHeader) >> 16) & 0xFFFF,
            Scale = SignedScale(use.Modifier - ModifierHeader),
        },
        TypeKind.Shape => new ColumnType(TypeKind.Shape, use.Name) { Shape = ShapeOf(type) },
        var kind => new ColumnType(kind, use.Name),
    };

    /// <summary>The scale is a signed number of eleven bits: since PostgreSQL 15 it may be negative.</summary>
    private static int SignedScale(int modifier) => ((modifier & 0x7FF) ^ 0x400) - 0x400;

    private static ShapeKind? ShapeOf(PostgresType type) => (type.Schema, type.Name) switch
    {
        ("pg_catalog", "point") => ShapeKind.Point,
        ("pg_catalog", "line") => ShapeKind.Line,
        ("pg_catalog", "lseg") => ShapeKind.Segment,
        ("pg_catalog", "box") => ShapeKind.Box,
        ("pg_catalog", "path") => ShapeKind.Path,
        ("pg_catalog", "polygon") => ShapeKind.Polygon,
        ("pg_catalog", "circle") => ShapeKind.Circle,
        _ => null,
    };

    private static TypeKind KindOf(PostgresType type) => (type.Schema, type.Name) switch
    {
        ("pg_catalog", "bool") => TypeKind.Boolean,
        ("pg_catalog", "int2") => TypeKind.Int16,
        ("pg_catalog", "int4") => TypeKind.Int32,
        ("pg_catalog", "int8") => TypeKind.Int64,
        ("pg_catalog", "oid") => TypeKind.UInt32,
        ("pg_catalog", "numeric") => TypeKind.Decimal,
        ("pg_catalog", "float4") => TypeKind.Single,
        ("pg_catalog", "float8") => TypeKind.Double,
        ("pg_catalog", "text" or "varchar" or "bpchar" or "name") => TypeKind.Text,
        ("pg_catalog", "uuid") => TypeKind.Uuid,
        ("pg_catalog", "date") => TypeKind.Date,
        ("pg_catalog", "time") => TypeKind.Time,
        ("pg_catalog", "timetz") => TypeKind.TimeTz,
        ("pg_catalog", "timestamp") => TypeKind.Timestamp,
        ("pg_catalog", "timestamptz") => TypeKind.TimestampTz,
        ("pg_catalog", "interval") => TypeKind.Interval,
        ("pg_catalog", "json" or "jsonb") => TypeKind.Json,
        ("pg_catalog", "bytea") => TypeKind.Bytes,

        // An extension's type may stand in any schema.
        (_, "citext") => TypeKind.Text,
        (_, "hstore") => TypeKind.Map,
        (_, "geometry" or "geography") => TypeKind.GeoJson,
        _ => ShapeOf(type) is null ? TypeKind.Other : TypeKind.Shape,
    };
}
