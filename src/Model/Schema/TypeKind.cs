namespace Relata.Model.Schema;

/// <summary>
/// What a column's values are, independent of the database: it decides how text becomes a value and which JSON comes
/// out.
/// </summary>
public enum TypeKind
{
    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>16-bit signed integer.</summary>
    Int16,

    /// <summary>32-bit signed integer.</summary>
    Int32,

    /// <summary>64-bit signed integer.</summary>
    Int64,

    /// <summary>32-bit integer without a sign.</summary>
    UInt32,

    /// <summary>Exact decimal of any length; its digits are kept as stored.</summary>
    Decimal,

    /// <summary>32-bit binary floating point.</summary>
    Single,

    /// <summary>64-bit binary floating point.</summary>
    Double,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>A universally unique identifier.</summary>
    Uuid,

    /// <summary>A day without a time.</summary>
    Date,

    /// <summary>A time of day without a zone.</summary>
    Time,

    /// <summary>A time of day with its distance from UTC.</summary>
    TimeTz,

    /// <summary>A day and a time without a zone.</summary>
    Timestamp,

    /// <summary>An instant; it is answered in UTC.</summary>
    TimestampTz,

    /// <summary>A length of time with months, days and microseconds kept apart.</summary>
    Interval,

    /// <summary>A JSON value.</summary>
    Json,

    /// <summary>Bytes, base64 in JSON.</summary>
    Bytes,

    /// <summary>One of a fixed list of labels.</summary>
    Enum,

    /// <summary>An array whose elements have <see cref="ColumnType.Element"/>.</summary>
    Array,

    /// <summary>A row value, whose fields are <see cref="ColumnType.Fields"/>; an object in JSON.</summary>
    Composite,

    /// <summary>All values between two of the type <see cref="ColumnType.Element"/>; an object in JSON.</summary>
    Range,

    /// <summary>Ranges that do not meet, each of the type <see cref="ColumnType.Element"/>; an array in JSON.</summary>
    Multirange,

    /// <summary>Texts, or NULL, by their names; an object in JSON.</summary>
    Map,

    /// <summary>
    /// A geometric figure of the plane, of the <see cref="ColumnType.Shape"/> there; an object in JSON.
    /// </summary>
    Shape,

    /// <summary>A place on the earth, in JSON as GeoJSON (RFC 7946).</summary>
    GeoJson,

    /// <summary>A type that Relata does not take apart: the database's own text form, both ways.</summary>
    Other,
}
