using Relata.Conformance;

namespace Relata.Databases.Sqlite.Tests.Conformance;

public sealed class AggregateTests(SqliteServer server) : AggregateSpec(server), IClassFixture<SqliteServer>;

public sealed class ChildrenTests(SqliteServer server) : ChildrenSpec(server), IClassFixture<SqliteServer>;

public sealed class ClaimTests(SqliteServer server) : ClaimSpec(server), IClassFixture<SqliteServer>;

public sealed class CountTests(SqliteServer server) : CountSpec(server), IClassFixture<SqliteServer>;

public sealed class CursorChurnTests(SqliteServer server) : CursorChurnSpec(server), IClassFixture<SqliteServer>;

public sealed class CursorTests(SqliteServer server) : CursorSpec(server), IClassFixture<SqliteServer>;

public sealed class DateLookupTests(SqliteServer server) : DateLookupSpec(server), IClassFixture<SqliteServer>;

public sealed class DeleteTests(SqliteServer server) : DeleteSpec(server), IClassFixture<SqliteServer>;

public sealed class DifferentialTests(SqliteTown server) : DifferentialSpec(server), IClassFixture<SqliteTown>;

public sealed class EmbedTests(SqliteServer server) : EmbedSpec(server), IClassFixture<SqliteServer>;

public sealed class EmbedOnWriteTests(SqliteServer server) : EmbedOnWriteSpec(server), IClassFixture<SqliteServer>;

public sealed class EnvelopeTests(SqliteServer server) : EnvelopeSpec(server), IClassFixture<SqliteServer>;

public sealed class FailureTests(SqliteServer server) : FailureSpec(server), IClassFixture<SqliteServer>;

public sealed class FilterTests(SqliteServer server) : FilterSpec(server), IClassFixture<SqliteServer>;

public sealed class FormatTests(SqliteServer server) : FormatSpec(server), IClassFixture<SqliteServer>;

public sealed class GroupTests(SqliteServer server) : GroupSpec(server), IClassFixture<SqliteServer>;

public sealed class HeadOptionsTests(SqliteServer server) : HeadOptionsSpec(server), IClassFixture<SqliteServer>;

public sealed class HostileInputTests(SqliteServer server) : HostileInputSpec(server), IClassFixture<SqliteServer>;

public sealed class InsertTests(SqliteServer server) : InsertSpec(server), IClassFixture<SqliteServer>;

public sealed class JsonContainmentTests(SqliteServer server) : JsonContainmentSpec(server), IClassFixture<SqliteServer>;

public sealed class JsonPathTests(SqliteServer server) : JsonPathSpec(server), IClassFixture<SqliteServer>;

public sealed class ListOptionTests(SqliteServer server) : ListOptionSpec(server), IClassFixture<SqliteServer>;

public sealed class LoadTests(SqliteServer server) : LoadSpec(server), IClassFixture<SqliteServer>;

public sealed class ManyToManyTests(SqliteServer server) : ManyToManySpec(server), IClassFixture<SqliteServer>;

public sealed class MetricsTests(SqliteServer server) : MetricsSpec(server), IClassFixture<SqliteServer>;

public sealed class OrderTests(SqliteServer server) : OrderSpec(server), IClassFixture<SqliteServer>;

public sealed class PageLinkTests(SqliteServer server) : PageLinkSpec(server), IClassFixture<SqliteServer>;

public sealed class PageTests(SqliteServer server) : PageSpec(server), IClassFixture<SqliteServer>;

public sealed class PartialIndexTests(SqliteServer server) : PartialIndexSpec(server), IClassFixture<SqliteServer>;

public sealed class PreconditionTests(SqliteServer server) : PreconditionSpec(server), IClassFixture<SqliteServer>;

public sealed class PreferTests(SqliteServer server) : PreferSpec(server), IClassFixture<SqliteServer>;

public sealed class PutCreatesTests(SqliteCreatingServer server)
    : PutCreatesSpec(server), IClassFixture<SqliteCreatingServer>;

public sealed class QueryMethodTests(SqliteServer server) : QueryMethodSpec(server), IClassFixture<SqliteServer>;

public sealed class ReadTests(SqliteServer server) : ReadSpec(server), IClassFixture<SqliteServer>;

public sealed class RelationFilterTests(SqliteServer server) : RelationFilterSpec(server), IClassFixture<SqliteServer>;

public sealed class RepeatedCallTests(SqliteServer server) : RepeatedCallSpec(server), IClassFixture<SqliteServer>;

public sealed class SchemaDocumentTests(SqliteServer server) : SchemaDocumentSpec(server), IClassFixture<SqliteServer>;

public sealed class SearchTests(SqliteServer server) : SearchSpec(server), IClassFixture<SqliteServer>;

public sealed class SoftDeleteTests(SqliteServer server) : SoftDeleteSpec(server), IClassFixture<SqliteServer>;

public sealed class TimestampTests(SqliteServer server) : TimestampSpec(server), IClassFixture<SqliteServer>;

public sealed class UpdateTests(SqliteServer server) : UpdateSpec(server), IClassFixture<SqliteServer>;

public sealed class UpsertTests(SqliteServer server) : UpsertSpec(server), IClassFixture<SqliteServer>;

public sealed class ValueRoundTripTests(SqliteServer server) : ValueRoundTripSpec(server), IClassFixture<SqliteServer>;

public sealed class BatchTests(SqliteServer server) : BatchSpec(server), IClassFixture<SqliteServer>;

public sealed class WriteChoiceTests(SqliteServer server) : WriteChoiceSpec(server), IClassFixture<SqliteServer>;

public sealed class UpdateEachTests(SqliteServer server) : UpdateEachSpec(server), IClassFixture<SqliteServer>;

public sealed class WholeGraphTests(SqliteServer server) : WholeGraphSpec(server), IClassFixture<SqliteServer>;

public sealed class UniqueIndexTests(SqliteServer server) : UniqueIndexSpec(server), IClassFixture<SqliteServer>;
