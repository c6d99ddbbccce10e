namespace Relata.Databases.Postgres.Types;

/// <summary>The identifiers of the types that are taken apart; they never change (<c>pg_type.dat</c>).</summary>
internal static class TypeOid
{
    public const uint Boolean = 16;
    public const uint Bytes = 17;
    public const uint Char = 18;
    public const uint Name = 19;
    public const uint Int64 = 20;
    public const uint Int16 = 21;
    public const uint Int32 = 23;
    public const uint Text = 25;
    public const uint Oid = 26;
    public const uint Json = 114;
    public const uint Xml = 142;
    public const uint Point = 600;
    public const uint Segment = 601;
    public const uint Path = 602;
    public const uint Box = 603;
    public const uint Polygon = 604;
    public const uint Line = 628;
    public const uint Cidr = 650;
    public const uint Single = 700;
    public const uint Double = 701;
    public const uint Circle = 718;
    public const uint HardwareAddress8 = 774;
    public const uint HardwareAddress = 829;
    public const uint Inet = 869;
    public const uint PaddedText = 1042;
    public const uint LimitedText = 1043;
    public const uint Date = 1082;
    public const uint Time = 1083;
    public const uint Timestamp = 1114;
    public const uint TimestampTz = 1184;
    public const uint Interval = 1186;
    public const uint TimeTz = 1266;
    public const uint Bits = 1560;
    public const uint LimitedBits = 1562;
    public const uint Decimal = 1700;
    public const uint Cursor = 1790;
    public const uint Record = 2249;
    public const uint Records = 2287;
    public const uint Uuid = 2950;
    public const uint LogPosition = 3220;
    public const uint TextSearchVector = 3614;
    public const uint JsonBinary = 3802;

    /// <summary>The first identifier that is given out after initdb (manual, "System Catalog Initial Data").</summary>
    private const uint FirstOfUsers = 16384;

    /// <summary>Whether the type was made by an extension or a user.</summary>
    public static bool IsUserDefined(uint type) => type >= FirstOfUsers;

    /// <summary>Whether the binary form of a built-in type is its text.</summary>
    public static bool IsText(uint type) => type is Text or LimitedText or PaddedText or Name or Json or Xml or Cursor;

    /// <summary>Whether the binary form of a built-in type is something else than its text, and has no parts.</summary>
    public static bool IsBinary(uint type) => type is Boolean or Bytes or Char or Int16 or Int32 or Int64 or Oid
        or Single or Double or Date or Time or TimeTz or Timestamp or TimestampTz or Interval or Decimal or Uuid
        or JsonBinary or Point or Segment or Path or Box or Polygon or Line or Circle or Cidr or Inet
        or HardwareAddress or HardwareAddress8 or Bits or LimitedBits or LogPosition or TextSearchVector;

    /// <summary>
    /// Whether the type may be an array, a range, a multirange or a row value: the built-in ones of these are many.
    /// </summary>
    public static bool IsContainer(uint type) => !IsBinary(type) && !IsText(type);
}
