using Npgsql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>Which of a database's servers a run may use, where there are several.</summary>
internal enum PostgresAccess
{
    /// <summary>The one that takes writes.</summary>
    Primary,

    /// <summary>One that takes writes, or while there is none any other.</summary>
    PrimaryFirst,

    /// <summary>One that follows, or while there is none the one that takes writes.</summary>
    StandbyFirst,
}

/// <summary>The driver's words for it.</summary>
internal static class PostgresAccessTargets
{
    /// <summary>What the driver is to look for.</summary>
    public static TargetSessionAttributes ToTarget(this PostgresAccess access) => access switch
    {
        PostgresAccess.Primary => TargetSessionAttributes.Primary,
        PostgresAccess.PrimaryFirst => TargetSessionAttributes.PreferPrimary,
        PostgresAccess.StandbyFirst => TargetSessionAttributes.PreferStandby,
    };
}
