using Relata.Model.Expressions;
using Relata.Model.Requests;
using Relata.Planning.Plans;
using static Relata.Planning.Tests.TestSchema;

namespace Relata.Planning.Tests.Plans;

/// <summary>A compiled script is found by its plan's fingerprint: two shapes that met there would answer each other's calls.</summary>
public sealed class FingerprintTests
{
    /// <summary>Every shape is another one; the number makes other values of the same shape.</summary>
    private static readonly Func<int, Request>[] Shapes =
    [
        _ => new Read(Name("item")),
        _ => new Read(Name("archive.item")),
        _ => new Read(Name("person")),
        _ => new Read(Name("item")) { Selection = Fields("id") },
        _ => new Read(Name("item")) { Selection = Fields("id", "name") },
        _ => new Read(Name("item")) { Selection = Fields("name", "id") },
        n => new Read(Name("item")) { Key = Key(n) },
        n => new Read(Name("item")) { Key = Key(n), Selection = Fields("id") },
        _ => new Read(Name("item")) { Page = new Page(5, null) },
        _ => new Read(Name("item")) { Page = new Page(51, null) },
        n => new Read(Name("item")) { Page = new Page(5, 1 + n) },
        n => new Read(Name("item")) { Page = new Page(null, 1 + n) },
        _ => new Read(Name("item")) { Page = new Page(5, null) { Cursor = new PageCursor("", null) } },
        n => new Read(Name("item")) { Page = Walk(["<id"], $"[{n}]") },
        n => new Read(Name("item")) { Page = Walk(["<id"], $"[{n}]", isBackward: true) },
        n => new Read(Name("item")) { Order = [Ascending("size")], Page = Walk(["<size", "<id"], $"[5,{n}]") },
        n => new Read(Name("item")) { Order = [Ascending("size")], Page = Walk(["<size", "<id"], $"[null,{n}]") },
        n => new Read(Name("item")) { Order = [Descending("size")], Page = Walk([">size", "<id"], $"[5,{n}]") },
        _ => new Read(Name("item")) { Count = CountMode.Exact },
        _ => Summed([], Count),
        _ => Summed([], Count with { As = Name("n") }),
        _ => Summed([], Count with { Column = Name("name") }),
        _ => Summed([], Count with { Column = Name("note") }),
        _ => Summed([], new Aggregate(AggregateFunction.CountDistinct, Name("note"), Name("count"))),
        _ => Summed([], new Aggregate(AggregateFunction.Sum, Name("size"), Name("count"))),
        _ => Summed(["name"]),
        _ => Summed(["note"]),
        _ => Summed(["name", "note"]),
        _ => new Read(Name("item"))
        {
            Summary = new Summary([Group("name") with { As = Name("called") }], [], null),
        },
        _ => new Read(Name("item")) { PartitionBy = [Name("name")], Page = new Page(5, null) },
        _ => new Read(Name("item")) { PartitionBy = [Name("note")], Page = new Page(5, null) },
        _ => new Read(Name("item")) { PartitionBy = [Name("note"), Name("name")], Page = new Page(5, null) },
        _ => Summed(["name"], Count),
        _ => Summed(["made"]),
        _ => PartOf("made", Function.Year),
        _ => PartOf("made", Function.Month),
        n => Summed(["name"], Count) with { Filter = Equal("size", n) },
        n => new Read(Name("item")) { Summary = new Summary([Group("name")], [Count], Equal("count", n)) },
        _ => new Read(Name("item")) { Order = [Ascending("name")] },
        _ => new Read(Name("item")) { Order = [Descending("name")] },
        _ => new Read(Name("item")) { Order = [Ascending("note")] },
        _ => new Read(Name("item")) { Order = [Ascending("name"), Ascending("note")] },
        _ => new Read(Name("item")) { Order = [Ascending("note"), Ascending("name")] },
        _ => Embedding(new Embed(Name("owner"), "owner", Selection.Everything)),
        _ => Embedding(new Embed(Name("owner"), "o", Selection.Everything)),
        _ => Embedding(new Embed(Name("reviewer"), "owner", Selection.Everything)),
        _ => Embedding(new Embed(Name("owner"), "owner", Fields("id"))),
        _ => Embedding(new Embed(Name("owner"), "owner", Fields("name"))),
        _ => Embedding(new Embed(Name("owner"), "owner", Fields("name", "id"))),
        _ => Embedding(Owner, new Embed(Name("reviewer"), "reviewer", Selection.Everything)),
        _ => Embedding(new Embed(Name("reviewer"), "reviewer", Selection.Everything), Owner),
        _ => Embedding(Owner, new Embed(Name("parent"), "parent", Selection.Everything)),
        _ => Embedding(new Embed(Name("parent"), "parent", new Selection(null, [Owner]))),
        .. Filters.Select(filter => (Func<int, Request>)(n => new Read(Name("item")) { Filter = filter(n) })),
        n => new Insert(Name("item"), Object(("name", $"{n}"))),
        n => new Insert(Name("item"), Array(1, ("name", $"{n}"))),
        n => new Insert(Name("item"), Array(16, ("name", $"{n}"))),
        n => new Insert(Name("item"), Object(("note", $"{n}"))),
        n => new Insert(Name("item"), Object(("name", n == 0 ? null : "a"), ("note", "b"))),
        _ => new Insert(Name("item"), Object()),
        n => new Insert(Name("item"), Object(("name", $"{n}"))) { Selection = Fields("name") },
        n => new Insert(Name("item"), Object(("name", $"{n}"))) { Selection = Fields("name", "id") },
        n => new Insert(Name("item"), Array(1, ("name", $"{n}"))) { Selection = Fields("name") },
        n => new Insert(Name("item"), Array(1, ("name", $"{n}"))) { Selection = Fields("name", "id") },
        n => new Insert(Name("item"), Object(("id", n), ("name", "a"))) { OnConflict = Merge() },
        n => new Insert(Name("item"), Object(("id", n), ("name", "a"))) { OnConflict = Merge("name") },
        n => new Insert(Name("item"), Object(("id", n), ("name", "a"))) { OnConflict = Merge() with { Resolution = ConflictResolution.Ignore } },
        n => new Insert(Name("item"), Object(("id", n), ("name", "a"))),
        n => new Update(Name("item"), Row(("name", $"{n}")), UpdateMode.Merge) { Key = Key(n) },
        n => new Update(Name("item"), Row(("note", $"{n}")), UpdateMode.Merge) { Key = Key(n) },
        n => new Update(Name("item"), Row(("name", $"{n}"), ("note", "a")), UpdateMode.Merge) { Key = Key(n) },
        n => new Update(Name("item"), Row(("note", "a"), ("name", $"{n}")), UpdateMode.Merge) { Key = Key(n) },
        n => new Update(Name("item"), Row(("name", $"{n}")), UpdateMode.Replace) { Key = Key(n) },
        n => new Update(Name("item"), Row(("id", n), ("name", "a")), UpdateMode.Replace) { Key = Key(n) },
        n => new Update(Name("item"), Row(("name", $"{n}")), UpdateMode.Merge) { Filter = Equal("size", n) },
        n => new Update(Name("item"), Row(("name", $"{n}")), UpdateMode.Merge) { EveryRow = true },
        n => new Update(Name("item"), Row(("name", $"{n}")), UpdateMode.Merge) { Key = Key(n), Selection = Fields("id") },
        n => new Delete(Name("item")) { Key = Key(n) },
        n => new Delete(Name("archive.item")) { Key = Key(n) },
        n => new Delete(Name("item")) { Filter = Equal("size", n) },
        _ => new Delete(Name("item")) { EveryRow = true },
    ];

    private static Func<int, Expression>[] Filters =>
    [
        n => Equal("name", $"{n}"),
        n => Equal("note", $"{n}"),
        _ => Equal("note", null),
        .. Enum.GetValues<ComparisonOperator>().Select(comparison =>
            (Func<int, Expression>)(n => new Comparison(comparison, Column("size"), Value(n)))),
        n => And(Equal("name", "a"), Equal("note", $"{n}")),
        n => And(Equal("note", "a"), Equal("name", $"{n}")),
        n => Or(Equal("name", "a"), Equal("note", $"{n}")),
        n => Or(Equal("name", "a"), Equal("note", $"{n}"), Equal("size", n)),
        n => Or(Equal("name", "a"), And(Equal("note", $"{n}"), Equal("size", n))),
        n => And(Or(Equal("name", "a"), Equal("note", $"{n}")), Equal("size", n)),
        _ => And(),
        _ => Or(),
        n => new Not(Equal("name", $"{n}")),
        n => new Not(new Not(Equal("name", $"{n}"))),
        n => And(new Not(Equal("name", $"{n}")), Equal("note", "a")),
        n => new Not(And(Equal("name", $"{n}"), Equal("note", "a"))),
        n => new In(Column("size"), n == 0 ? ListOf() : ListOf(1, 2, n)),
        n => new Not(new In(Column("size"), ListOf(n))),
        n => new Between(Column("size"), Value(n), Value(2 * n)),
        _ => new Is(Column("is_new"), IsTest.Null),
        _ => new Is(Column("is_new"), IsTest.True),
        _ => new Is(Column("is_new"), IsTest.False),
        n => new TextMatch(TextMatchKind.Like, false, Column("name"), Value($"{n}%")),
        n => new TextMatch(TextMatchKind.Like, true, Column("name"), Value($"{n}%")),
        n => new TextMatch(TextMatchKind.Regex, false, Column("name"), Value($"{n}")),
        n => new TextMatch(TextMatchKind.Regex, true, Column("name"), Value($"{n}")),
        n => new TextMatch(TextMatchKind.Contains, false, Column("details"), Value($"{n}")),
        n => new TextMatch(TextMatchKind.Contains, false, Column("tags"), Value(new[] { $"{n}" })),
        n => new Comparison(ComparisonOperator.Equal, new FunctionCall(Function.Year, [Column("made")]), Value(n)),
        n => new Comparison(ComparisonOperator.Equal, new FunctionCall(Function.Month, [Column("made")]), Value(n)),
        n => new FunctionCall(Function.Overlap, [Column("tags"), Value(new[] { $"{n}" })]),
        n => new FunctionCall(Function.ContainedBy, [Column("tags"), Value(new[] { $"{n}" })]),
        n => new FunctionCall(Function.HasKeys, [Column("details"), ListOf($"{n}")]),
        n => new FunctionCall(Function.HasAnyKeys, [Column("details"), ListOf($"{n}")]),
        n => new Comparison(ComparisonOperator.Equal, Path($"{n}"), Value(n)),
        n => new Comparison(ComparisonOperator.Equal, Path("a", $"{n}"), Value($"a{n}")),
        n => new Comparison(ComparisonOperator.Equal, Path("b"), Value(n == 0)),
        _ => new Comparison(ComparisonOperator.Equal, Path("b"), Value(null)),
        n => new In(Path("b"), ListOf(n, 2)),
        _ => new Is(Path("b"), IsTest.Null),
        _ => new Related(Name("owner"), null),
        _ => new Related(Name("reviewer"), null),
        n => new Related(Name("owner"), Equal("name", $"{n}")),
        n => new Related(Name("parent"), Equal("name", $"{n}")),
        n => new Related(Name("parent"), And(Equal("name", "a"), Equal("note", $"{n}"))),
        n => And(new Related(Name("parent"), Equal("name", "a")), Equal("note", $"{n}")),
        n => And(new Related(Name("parent"), Equal("name", "a")), new Related(Name("parent"), Equal("note", $"{n}"))),
        n => new Related(Name("parent"), new Related(Name("owner"), Equal("name", $"{n}"))),
        n => And(new Related(Name("parent"), null), new Related(Name("owner"), Equal("name", $"{n}"))),
        n => new Related(Name("label"), Equal("name", $"{n}")),
    ];

    private static Aggregate Count => new(AggregateFunction.Count, null, Name("count"));

    private static JsonPath Path(params string[] steps) => new(Column("details"), ListOf([.. steps]), JsonKind.Any);

    private static Embed Owner => new(Name("owner"), "owner", Selection.Everything);

    [Fact]
    public void Different_shapes_have_different_fingerprints() => Shapes.Select(shape => Of(shape(1))).ShouldBeUnique();

    [Fact]
    public void Values_take_no_part() => Shapes.Select(shape => Of(shape(1))).ShouldBe(Shapes.Select(shape => Of(shape(0))));

    [Fact]
    public void The_schema_takes_part() =>
        Of(new Read(Name("item")), schemaVersion: 1).ShouldNotBe(Of(new Read(Name("item")), schemaVersion: 11));

    [Fact]
    public void Text_matches_that_differ_in_their_pattern_alone_share_a_script()
    {
        TextMatchKind[] kinds = [TextMatchKind.Like, TextMatchKind.Contains, TextMatchKind.StartsWith, TextMatchKind.EndsWith];
        kinds.Select(kind => Of(new Read(Name("item")) { Filter = new TextMatch(kind, false, Column("name"), Value("a")) }))
            .Distinct().Count().ShouldBe(1);
    }

    private static string Of(Request request, int schemaVersion = 1) =>
        new Fingerprint().Of(PlanOf(request), schemaVersion).ToString();

    private static Selection Fields(params string[] names) => new([.. names.Select(Name)], []);

    private static RowKey Key(int value) => new([Value(value)], default);

    private static Ordering Ascending(string column) => new(Name(column), Descending: false);

    private static Ordering Descending(string column) => new(Name(column), Descending: true);

    private static Read Embedding(params Embed[] embeds) => new(Name("item")) { Selection = new Selection([Name("id")], embeds) };

    private static Read Summed(string[] groups, params Aggregate[] aggregates) =>
        new(Name("item")) { Summary = new Summary([.. groups.Select(Group)], aggregates, null) };

    private static Read PartOf(string column, Function part) => new(Name("item"))
    {
        Summary = new Summary([new Group(new FunctionCall(part, [new ColumnName(Name(column))]), Name("part"))], [], null),
    };

    private static Group Group(string column) => new(new ColumnName(Name(column)), Name(column));

    private static Payload Object(params (string, object?)[] fields) => new([Row(fields)], IsArray: false);

    private static Payload Array(int rows, params (string, object?)[] fields) =>
        new([.. Enumerable.Repeat(Row(fields), rows)], IsArray: true);

    private static OnConflict Merge(params string[] columns) => new([.. columns.Select(Name)], ConflictResolution.Merge);

    private static Logical And(params Expression[] operands) => new(LogicalOperator.And, operands);

    private static Logical Or(params Expression[] operands) => new(LogicalOperator.Or, operands);
}
