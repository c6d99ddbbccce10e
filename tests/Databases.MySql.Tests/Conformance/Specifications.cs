using Relata.Conformance;

namespace Relata.Databases.MySql.Tests.Conformance;

public sealed class AggregateTests(MySqlServer server) : AggregateSpec(server), IClassFixture<MySqlServer>;

public sealed class ChildrenTests(MySqlServer server) : ChildrenSpec(server), IClassFixture<MySqlServer>;

public sealed class ClaimTests(MySqlServer server) : ClaimSpec(server), IClassFixture<MySqlServer>;

public sealed class CountTests(MySqlServer server) : CountSpec(server), IClassFixture<MySqlServer>;

public sealed class CursorChurnTests(MySqlServer server) : CursorChurnSpec(server), IClassFixture<MySqlServer>;

public sealed class CursorTests(MySqlServer server) : CursorSpec(server), IClassFixture<MySqlServer>;

public sealed class DateLookupTests(MySqlServer server) : DateLookupSpec(server), IClassFixture<MySqlServer>;

public sealed class DeleteTests(MySqlServer server) : DeleteSpec(server), IClassFixture<MySqlServer>;

public sealed class DifferentialTests(MySqlTown server) : DifferentialSpec(server), IClassFixture<MySqlTown>;

public sealed class EmbedTests(MySqlServer server) : EmbedSpec(server), IClassFixture<MySqlServer>;

public sealed class EmbedOnWriteTests(MySqlServer server) : EmbedOnWriteSpec(server), IClassFixture<MySqlServer>;

public sealed class EnvelopeTests(MySqlServer server) : EnvelopeSpec(server), IClassFixture<MySqlServer>;

public sealed class FailureTests(MySqlServer server) : FailureSpec(server), IClassFixture<MySqlServer>;

public sealed class FilterTests(MySqlServer server) : FilterSpec(server), IClassFixture<MySqlServer>;

public sealed class FormatTests(MySqlServer server) : FormatSpec(server), IClassFixture<MySqlServer>;

public sealed class GroupTests(MySqlServer server) : GroupSpec(server), IClassFixture<MySqlServer>;

public sealed class HeadOptionsTests(MySqlServer server) : HeadOptionsSpec(server), IClassFixture<MySqlServer>;

public sealed class HostileInputTests(MySqlServer server) : HostileInputSpec(server), IClassFixture<MySqlServer>;

public sealed class InsertTests(MySqlServer server) : InsertSpec(server), IClassFixture<MySqlServer>;

public sealed class JsonPathTests(MySqlServer server) : JsonPathSpec(server), IClassFixture<MySqlServer>;

public sealed class ListOptionTests(MySqlServer server) : ListOptionSpec(server), IClassFixture<MySqlServer>;

public sealed class LoadTests(MySqlServer server) : LoadSpec(server), IClassFixture<MySqlServer>;

public sealed class ManyToManyTests(MySqlServer server) : ManyToManySpec(server), IClassFixture<MySqlServer>;

public sealed class MetricsTests(MySqlServer server) : MetricsSpec(server), IClassFixture<MySqlServer>;

public sealed class OrderTests(MySqlServer server) : OrderSpec(server), IClassFixture<MySqlServer>;

public sealed class PageLinkTests(MySqlServer server) : PageLinkSpec(server), IClassFixture<MySqlServer>;

public sealed class PageTests(MySqlServer server) : PageSpec(server), IClassFixture<MySqlServer>;

public sealed class PreconditionTests(MySqlServer server) : PreconditionSpec(server), IClassFixture<MySqlServer>;

public sealed class PreferTests(MySqlServer server) : PreferSpec(server), IClassFixture<MySqlServer>;

public sealed class PutCreatesTests(MySqlCreatingServer server)
    : PutCreatesSpec(server), IClassFixture<MySqlCreatingServer>;

public sealed class QueryMethodTests(MySqlServer server) : QueryMethodSpec(server), IClassFixture<MySqlServer>;

public sealed class ReadTests(MySqlServer server) : ReadSpec(server), IClassFixture<MySqlServer>;

public sealed class RelationFilterTests(MySqlServer server) : RelationFilterSpec(server), IClassFixture<MySqlServer>;

public sealed class RepeatedCallTests(MySqlServer server) : RepeatedCallSpec(server), IClassFixture<MySqlServer>;

public sealed class SchemaDocumentTests(MySqlServer server) : SchemaDocumentSpec(server), IClassFixture<MySqlServer>;

public sealed class SearchTests(MySqlServer server) : SearchSpec(server), IClassFixture<MySqlServer>;

public sealed class SoftDeleteTests(MySqlServer server) : SoftDeleteSpec(server), IClassFixture<MySqlServer>;

public sealed class TimestampTests(MySqlServer server) : TimestampSpec(server), IClassFixture<MySqlServer>;

public sealed class UpdateTests(MySqlServer server) : UpdateSpec(server), IClassFixture<MySqlServer>;

public sealed class UpsertTests(MySqlServer server) : UpsertSpec(server), IClassFixture<MySqlServer>;

public sealed class ValueRoundTripTests(MySqlServer server) : ValueRoundTripSpec(server), IClassFixture<MySqlServer>;

public sealed class BatchTests(MySqlServer server) : BatchSpec(server), IClassFixture<MySqlServer>;

public sealed class WriteChoiceTests(MySqlServer server) : WriteChoiceSpec(server), IClassFixture<MySqlServer>;

public sealed class UpdateEachTests(MySqlServer server) : UpdateEachSpec(server), IClassFixture<MySqlServer>;

public sealed class WholeGraphTests(MySqlServer server) : WholeGraphSpec(server), IClassFixture<MySqlServer>;
