using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Values;

namespace Relata.Planning.Tests.Values;

public sealed class ColumnValueTests
{
    private static readonly Position Place = new("query", 5, 3);

    public static TheoryData<string> Cases => [.. ValueCase.Lines];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_value_becomes_what_its_case_says(string line)
    {
        var example = ValueCase.Parse(line);
        var converted = example.Convert();
        if (!example.Expected.StartsWith('!'))
        {
            converted.ShouldBe(example.Expected);
            return;
        }

        var code = example.Expected.Split(' ')[1];
        converted.ShouldStartWith($"! {code} ");
        converted.ShouldContain(example.Expected[$"! {code}".Length..].Trim());
        converted.ShouldEndWith($": column \"c\" is of type {example.Type}.");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_canonical_text_stays_as_it_is(string line)
    {
        var example = ValueCase.Parse(line);
        if (example.Expected is not ['\'', .. var canonical, '\'']) return;
        if (example.Column.Type.Kind == TypeKind.Shape) return; // it is read as an object alone
        (example with { Mode = example.Mode == "json" ? "" : example.Mode, Input = canonical }).Convert().ShouldBe(example.Expected);
    }

    [Fact]
    public void Every_kind_has_cases()
    {
        var covered = ValueCase.Lines.Select(line => ValueCase.Parse(line).Column.Type.Kind).Distinct();
        covered.ShouldBe(Enum.GetValues<TypeKind>(), ignoreOrder: true);
    }

    [Fact]
    public void A_refused_value_is_quoted_and_its_place_is_named()
    {
        var failure = Refused("twelve", new ColumnType(TypeKind.Int32, "integer"));
        failure.Message.ShouldBe("The value \"twelve\" is no integer: column \"c\" is of type integer.");
        failure.At.ShouldBe(Place);
        failure.Hint.ShouldBeNull();
    }

    [Fact]
    public void A_long_value_is_quoted_in_part()
    {
        var failure = Refused(new string('9', 5000), new ColumnType(TypeKind.Uuid, "uuid"));
        failure.Message.ShouldBe($"The value \"{new string('9', 80)}…\" is no uuid: column \"c\" is of type uuid.");
    }

    [Fact]
    public void A_wrong_label_hints_at_the_nearest_one()
    {
        var state = new ColumnType(TypeKind.Enum, "state") { Labels = ["new", "open", "done"] };
        Refused("oepn", state).Hint.ShouldBe("Did you mean \"open\"?");
        Refused("closed", state).Hint.ShouldBe("One of: new, open, done.");
    }

    private static Failure Refused(string text, ColumnType type) => Should.Throw<FailureException>(
        () => ColumnValue.Convert(Literal.FromText(text, Place), new Column("c", 0, type), stored: true)).Failure;
}
