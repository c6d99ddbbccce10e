using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Conformance;

public sealed class AggregateTests(PostgresServer server) : AggregateSpec(server), IClassFixture<PostgresServer>;

public sealed class ChildrenTests(PostgresServer server) : ChildrenSpec(server), IClassFixture<PostgresServer>;

public sealed class ClaimTests(PostgresServer server) : ClaimSpec(server), IClassFixture<PostgresServer>;

public sealed class CountTests(PostgresServer server) : CountSpec(server), IClassFixture<PostgresServer>;

public sealed class CursorChurnTests(PostgresServer server) : CursorChurnSpec(server), IClassFixture<PostgresServer>;

public sealed class CursorTests(PostgresServer server) : CursorSpec(server), IClassFixture<PostgresServer>;

public sealed class DateLookupTests(PostgresServer server) : DateLookupSpec(server), IClassFixture<PostgresServer>;

public sealed class DeleteTests(PostgresServer server) : DeleteSpec(server), IClassFixture<PostgresServer>;

public sealed class DifferentialTests(PostgresTown server) : DifferentialSpec(server), IClassFixture<PostgresTown>;

public sealed class EmbedTests(PostgresServer server) : EmbedSpec(server), IClassFixture<PostgresServer>;

public sealed class EmbedOnWriteTests(PostgresServer server) : EmbedOnWriteSpec(server), IClassFixture<PostgresServer>;

public sealed class EnvelopeTests(PostgresServer server) : EnvelopeSpec(server), IClassFixture<PostgresServer>;

public sealed class FailureTests(PostgresServer server) : FailureSpec(server), IClassFixture<PostgresServer>;

public sealed class FilterTests(PostgresServer server) : FilterSpec(server), IClassFixture<PostgresServer>;

public sealed class FormatTests(PostgresServer server) : FormatSpec(server), IClassFixture<PostgresServer>;

public sealed class GroupTests(PostgresServer server) : GroupSpec(server), IClassFixture<PostgresServer>;

public sealed class HeadOptionsTests(PostgresServer server) : HeadOptionsSpec(server), IClassFixture<PostgresServer>;

public sealed class HostileInputTests(PostgresServer server) : HostileInputSpec(server), IClassFixture<PostgresServer>;

public sealed class InsertTests(PostgresServer server) : InsertSpec(server), IClassFixture<PostgresServer>;

public sealed class JsonContainmentTests(PostgresServer server) : JsonContainmentSpec(server), IClassFixture<PostgresServer>;

public sealed class JsonPathTests(PostgresServer server) : JsonPathSpec(server), IClassFixture<PostgresServer>;

public sealed class ListOptionTests(PostgresServer server) : ListOptionSpec(server), IClassFixture<PostgresServer>;

public sealed class LoadTests(PostgresServer server) : LoadSpec(server), IClassFixture<PostgresServer>;

public sealed class ManyToManyTests(PostgresServer server) : ManyToManySpec(server), IClassFixture<PostgresServer>;

public sealed class MetricsTests(PostgresServer server) : MetricsSpec(server), IClassFixture<PostgresServer>;

public sealed class OrderTests(PostgresServer server) : OrderSpec(server), IClassFixture<PostgresServer>;

public sealed class PageLinkTests(PostgresServer server) : PageLinkSpec(server), IClassFixture<PostgresServer>;

public sealed class PageTests(PostgresServer server) : PageSpec(server), IClassFixture<PostgresServer>;

public sealed class PartialIndexTests(PostgresServer server) : PartialIndexSpec(server), IClassFixture<PostgresServer>;

public sealed class PreconditionTests(PostgresServer server) : PreconditionSpec(server), IClassFixture<PostgresServer>;

public sealed class PreferTests(PostgresServer server) : PreferSpec(server), IClassFixture<PostgresServer>;

public sealed class PutCreatesTests(PostgresCreatingServer server)
    : PutCreatesSpec(server), IClassFixture<PostgresCreatingServer>;

public sealed class QueryMethodTests(PostgresServer server) : QueryMethodSpec(server), IClassFixture<PostgresServer>;

public sealed class ReadTests(PostgresServer server) : ReadSpec(server), IClassFixture<PostgresServer>;

public sealed class RelationFilterTests(PostgresServer server) : RelationFilterSpec(server), IClassFixture<PostgresServer>;

public sealed class RepeatedCallTests(PostgresServer server) : RepeatedCallSpec(server), IClassFixture<PostgresServer>;

public sealed class SchemaDocumentTests(PostgresServer server) : SchemaDocumentSpec(server), IClassFixture<PostgresServer>;

public sealed class SearchTests(PostgresServer server) : SearchSpec(server), IClassFixture<PostgresServer>;

public sealed class SoftDeleteTests(PostgresServer server) : SoftDeleteSpec(server), IClassFixture<PostgresServer>;

public sealed class TimestampTests(PostgresServer server) : TimestampSpec(server), IClassFixture<PostgresServer>;

public sealed class UpdateTests(PostgresServer server) : UpdateSpec(server), IClassFixture<PostgresServer>;

public sealed class UpsertTests(PostgresServer server) : UpsertSpec(server), IClassFixture<PostgresServer>;

public sealed class ValueRoundTripTests(PostgresServer server) : ValueRoundTripSpec(server), IClassFixture<PostgresServer>;

public sealed class BatchTests(PostgresServer server) : BatchSpec(server), IClassFixture<PostgresServer>;

public sealed class WriteChoiceTests(PostgresServer server) : WriteChoiceSpec(server), IClassFixture<PostgresServer>;

public sealed class UpdateEachTests(PostgresServer server) : UpdateEachSpec(server), IClassFixture<PostgresServer>;

public sealed class WholeGraphTests(PostgresServer server) : WholeGraphSpec(server), IClassFixture<PostgresServer>;

public sealed class UniqueIndexTests(PostgresServer server) : UniqueIndexSpec(server), IClassFixture<PostgresServer>;
