namespace Relata.Conformance;

/// <summary>Rows of the seed as they are answered, for putting together what stands inside others.</summary>
internal static class SeedRows
{
    public const string Ada =
        "\"id\":1,\"name\":\"Ada\",\"nickname\":\"countess\",\"email\":\"ada@example.org\",\"is_active\":true,\"score\":90.50,\"born\":\"1815-12-10\",\"mentor_id\":null";

    public const string Brook =
        "\"id\":2,\"name\":\"Brook\",\"nickname\":null,\"email\":\"brook@example.org\",\"is_active\":true,\"score\":70.00,\"born\":null,\"mentor_id\":1";

    public const string Celik =
        "\"id\":3,\"name\":\"Çelik\",\"nickname\":\"100%\",\"email\":null,\"is_active\":false,\"score\":90.50,\"born\":\"1990-01-31\",\"mentor_id\":1";

    public const string Darya =
        "\"id\":4,\"name\":\"Дарья\",\"nickname\":\"ДАША\",\"email\":null,\"is_active\":true,\"score\":null,\"born\":\"2001-05-05\",\"mentor_id\":2";

    public const string Neil =
        "\"id\":6,\"name\":\"O'Neil; DROP\",\"nickname\":\"back\\\\slash\",\"email\":null,\"is_active\":true,\"score\":null,\"born\":null,\"mentor_id\":6";

    public const string Aden = "\"id\":1,\"name\":\"Aden\"";

    public const string Bergen = "\"id\":2,\"name\":\"Bergen\"";

    public const string Cadiz = "\"id\":3,\"name\":\"Cádiz\"";

    public const string There =
        "\"id\":1,\"title\":\"There\",\"origin_id\":1,\"destination_id\":2,\"captain_id\":1,\"departed\":\"2024-01-02T03:04:05Z\",\"distance\":120";

    public const string BackAgain =
        "\"id\":2,\"title\":\"Back again\",\"origin_id\":2,\"destination_id\":1,\"captain_id\":null,\"departed\":\"2024-02-02T00:00:00Z\",\"distance\":120";

    public const string Adrift =
        "\"id\":3,\"title\":\"Adrift\",\"origin_id\":3,\"destination_id\":null,\"captain_id\":4,\"departed\":null,\"distance\":null";

    public const string CaptainThere = "\"voyage_id\":1,\"person_id\":1,\"role\":\"captain\"";

    public const string CookThere = "\"voyage_id\":1,\"person_id\":2,\"role\":\"cook\"";

    public const string BrookBack = "\"voyage_id\":2,\"person_id\":2,\"role\":null";

    public const string NightShift = "\"voyage_id\":1,\"person_id\":1,\"number\":1,\"note\":\"night\"";

    public const string FirstShift = "\"voyage_id\":1,\"person_id\":2,\"number\":1,\"note\":null";

    public const string DayShift = "\"voyage_id\":1,\"person_id\":2,\"number\":2,\"note\":\"day\"";

    /// <summary>An object of members.</summary>
    public static string Row(params string[] members) => $"{{{string.Join(',', members)}}}";

    /// <summary>An array of rows without related ones.</summary>
    public static string Rows(params string[] rows) => $"[{string.Join(',', rows.Select(row => Row(row)))}]";

    /// <summary>The member that holds a parent.</summary>
    public static string Parent(string columns, string row) => $"\"{columns}_object\":{row}";

    /// <summary>The member that holds children.</summary>
    public static string Children(string table, string columns, string rows) =>
        $"\"referenced_by_{table}_{columns}_objects\":{rows}";
}
