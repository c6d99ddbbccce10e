namespace Relata.Model.Failures;

/// <summary>The public name and HTTP status of every <see cref="FailureCode"/>.</summary>
public static class FailureCodes
{
    /// <summary>The HTTP status, as <c>docs/failures.md</c> lists it.</summary>
    public static int Status(this FailureCode code) => code switch
    {
        FailureCode.MalformedSyntax => 400,
        FailureCode.MalformedBody => 400,
        FailureCode.UnknownTable => 404,
        FailureCode.UnknownColumn => 400,
        FailureCode.UnknownOption => 400,
        FailureCode.UnknownRelationship => 400,
        FailureCode.BadValue => 400,
        FailureCode.NotApplicable => 400,
        FailureCode.LimitExceeded => 400,
        FailureCode.FilterRequired => 400,
        FailureCode.GeneratedColumn => 400,
        FailureCode.RowNotFound => 404,
        FailureCode.RouteNotFound => 404,
        FailureCode.MethodNotAllowed => 405,
        FailureCode.NotAcceptable => 406,
        FailureCode.UnsupportedMediaType => 415,
        FailureCode.BodyTooLarge => 413,
        FailureCode.PreconditionFailed => 412,
        FailureCode.PreconditionRequired => 428,
        FailureCode.UniqueViolation => 409,
        FailureCode.ForeignKeyViolation => 409,
        FailureCode.ExclusionViolation => 409,
        FailureCode.TransactionConflict => 409,
        FailureCode.SchemaChanged => 409,
        FailureCode.NotNullViolation => 422,
        FailureCode.CheckViolation => 422,
        FailureCode.ValueOutOfRange => 422,
        FailureCode.Forbidden => 403,
        FailureCode.DatabaseRefused => 422,
        FailureCode.DatabaseUnavailable => 503,
        FailureCode.StatementTimeout => 504,
        FailureCode.Internal => 500,
    };

    /// <summary>The name that callers see, such as <c>unknown-column</c>; it never changes once released.</summary>
    public static string PublicName(this FailureCode code) => code switch
    {
        FailureCode.MalformedSyntax => "malformed-syntax",
        FailureCode.MalformedBody => "malformed-body",
        FailureCode.UnknownTable => "unknown-table",
        FailureCode.UnknownColumn => "unknown-column",
        FailureCode.UnknownOption => "unknown-option",
        FailureCode.UnknownRelationship => "unknown-relationship",
        FailureCode.BadValue => "bad-value",
        FailureCode.NotApplicable => "not-applicable",
        FailureCode.LimitExceeded => "limit-exceeded",
        FailureCode.FilterRequired => "filter-required",
        FailureCode.GeneratedColumn => "generated-column",
        FailureCode.RowNotFound => "row-not-found",
        FailureCode.RouteNotFound => "route-not-found",
        FailureCode.MethodNotAllowed => "method-not-allowed",
        FailureCode.NotAcceptable => "not-acceptable",
        FailureCode.UnsupportedMediaType => "unsupported-media-type",
        FailureCode.BodyTooLarge => "body-too-large",
        FailureCode.PreconditionFailed => "precondition-failed",
        FailureCode.PreconditionRequired => "precondition-required",
        FailureCode.UniqueViolation => "unique-violation",
        FailureCode.ForeignKeyViolation => "foreign-key-violation",
        FailureCode.ExclusionViolation => "exclusion-violation",
        FailureCode.TransactionConflict => "transaction-conflict",
        FailureCode.SchemaChanged => "schema-changed",
        FailureCode.NotNullViolation => "not-null-violation",
        FailureCode.CheckViolation => "check-violation",
        FailureCode.ValueOutOfRange => "value-out-of-range",
        FailureCode.Forbidden => "forbidden",
        FailureCode.DatabaseRefused => "database-refused",
        FailureCode.DatabaseUnavailable => "database-unavailable",
        FailureCode.StatementTimeout => "statement-timeout",
        FailureCode.Internal => "internal",
    };
}
