namespace Relata.Model.Failures;

/// <summary>Every kind of "no" that Relata answers; <c>docs/failures.md</c> has a section for each.</summary>
public enum FailureCode
{
    /// <summary>The text of the request does not follow its dialect's grammar.</summary>
    MalformedSyntax,

    /// <summary>The body is not JSON, or not of the expected shape.</summary>
    MalformedBody,

    /// <summary>No table of that name is exposed.</summary>
    UnknownTable,

    /// <summary>The table has no column of that name.</summary>
    UnknownColumn,

    /// <summary>The dialect has no such option or lookup.</summary>
    UnknownOption,

    /// <summary>The table has no relationship of that name.</summary>
    UnknownRelationship,

    /// <summary>The text is no value of the column's type.</summary>
    BadValue,

    /// <summary>The lookup does not apply to the column's type, or this database cannot do it.</summary>
    NotApplicable,

    /// <summary>The request asks for more than the configured limits allow.</summary>
    LimitExceeded,

    /// <summary>An update or delete names no rows.</summary>
    FilterRequired,

    /// <summary>A write would change more rows than its caller allows.</summary>
    TooManyAffected,

    /// <summary>A value was sent for a column that only the database fills.</summary>
    GeneratedColumn,

    /// <summary>There is no such row.</summary>
    RowNotFound,

    /// <summary>Nothing is served at that path.</summary>
    RouteNotFound,

    /// <summary>The resource does not take this method.</summary>
    MethodNotAllowed,

    /// <summary>None of the accepted media types is offered.</summary>
    NotAcceptable,

    /// <summary>The body's media type is not read here.</summary>
    UnsupportedMediaType,

    /// <summary>The body is larger than the configured limit.</summary>
    BodyTooLarge,

    /// <summary>The row is not in the state that the caller's condition names.</summary>
    PreconditionFailed,

    /// <summary>A write by key must say which state of the row it is meant for.</summary>
    PreconditionRequired,

    /// <summary>A row with the same key exists.</summary>
    UniqueViolation,

    /// <summary>A referenced row does not exist, or the row is still referenced.</summary>
    ForeignKeyViolation,

    /// <summary>Somebody else has claimed the row.</summary>
    Claimed,

    /// <summary>An exclusion constraint forbids the row beside another.</summary>
    ExclusionViolation,

    /// <summary>Concurrent transactions stood in each other's way, also after the retries.</summary>
    TransactionConflict,

    /// <summary>The tables changed while the request ran, and again while it was run anew.</summary>
    SchemaChanged,

    /// <summary>A column that must have a value got none.</summary>
    NotNullViolation,

    /// <summary>A check constraint refuses the row.</summary>
    CheckViolation,

    /// <summary>The value does not fit the column's type.</summary>
    ValueOutOfRange,

    /// <summary>Nobody says who asks.</summary>
    Unauthenticated,

    /// <summary>The role in the database is not allowed to do that.</summary>
    Forbidden,

    /// <summary>The database refused the statement for a reason of its own.</summary>
    DatabaseRefused,

    /// <summary>A function of the database raised an error with a status of its own choice.</summary>
    Raised,

    /// <summary>The database cannot be reached, or has no connection free.</summary>
    DatabaseUnavailable,

    /// <summary>The statement ran longer than the configured limit.</summary>
    StatementTimeout,

    /// <summary>The server behind this one cannot be reached, or did not answer to the end.</summary>
    UpstreamUnavailable,

    /// <summary>The server behind this one did not begin to answer in time.</summary>
    UpstreamTimeout,

    /// <summary>A function or query of the operator's is at fault: it fails, or answers what is no answer.</summary>
    FunctionFailed,

    /// <summary>A fault of Relata's own.</summary>
    Internal,
}
