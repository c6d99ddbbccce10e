using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using static Relata.Dialects.Tests.Rest.RestCalls;

namespace Relata.Dialects.Tests.Rest;

public sealed class RestGroupTests
{
    /// <summary>A failure prints the seed with which it is repeated.</summary>
    private static readonly Config Fixed = Config.QuickThrowOnFailure
        .WithReplay(20240719UL, 1_000_003UL).WithQuietOnSuccess(true).WithMaxTest(500);

    private static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Elements(',', '(', ')', '"', '\\', '=', '&', '%', '+', ' ', '\0').Select(c => (int)c),
            Gen.Choose(0x21, 0x7E), Gen.Choose(0xA0, 0xD7FF), Gen.Choose(0x10000, 0x10FFFF))
        .Select(char.ConvertFromUtf32).ListOf().Resize(6).Select(string.Concat);

    [Fact]
    public void What_is_printed_is_read_back() => Prop.ForAll(Groups(3).ToArbitrary(), group =>
    {
        var filter = Query($"{group.Name}={Uri.EscapeDataString(group.Print()[(group.Name.Length + 1)..])}").Filter;
        Describe(filter!).ShouldBe(group.Describe());
    }).Check(Fixed);

    [Fact]
    public void A_place_counts_characters_as_they_were_sent()
    {
        var filter = Query("or=(name%3D%C3%A9%F0%9F%91%8B%5C%29,note=\"a%2Cb\")").Filter.ShouldBeOfType<Logical>();
        var (first, second) = ((Comparison)filter.Operands[0], (Comparison)filter.Operands[1]);
        ((ColumnName)first.Left).Name.At.ShouldBe(new Position("query", 4, 4));
        first.Right.ShouldBe(Literal.FromText("é👋)", new Position("query", 11, 24)));
        ((ColumnName)second.Left).Name.At.ShouldBe(new Position("query", 36, 4));
        second.Right.ShouldBe(Literal.FromText("a,b", new Position("query", 41, 7)));
    }

    [Fact]
    public void Conditions_of_one_group_on_one_relationship_speak_of_one_row()
    {
        var related = Query("and=(item_part__number=1,item_part__note=a,item_part__note=b)").Filter.ShouldBeOfType<Related>();
        related.Condition.ShouldBeOfType<Logical>().Operands.Count.ShouldBe(3);
        var any = Query("or=(item_part__number=1,item_part__note=a)").Filter.ShouldBeOfType<Logical>();
        any.Operands.ShouldAllBe(operand => operand is Related);
        var two = Query("and=(item_part__number=1)&and=(item_part__note=a)").Filter.ShouldBeOfType<Logical>();
        two.Operands.ShouldAllBe(operand => operand is Related);
    }

    private static Gen<Group> Groups(int levels) => Gen.Elements("and", "or", "not").SelectMany(
        name => Gen.Choose(1, 4).SelectMany((levels == 0 ? Conditions : Gen.OneOf(Conditions, Groups(levels - 1).Select(group => (Part)group)))
            .ListOf)
            .Select(parts => new Group(name, name == "not" ? [parts[0]] : [.. parts])));

    private static Gen<Part> Conditions { get; } = Gen.OneOf(
        Texts.Select(text => (Part)new One("name", text)),
        Texts.ListOf().Resize(4).Select(texts => (Part)new Many("note", [.. texts])));

    /// <summary>Conditions that must all hold, in whatever nesting and order.</summary>
    private static string All(IEnumerable<string> parts) => $"all[{string.Join(';', parts.Order(StringComparer.Ordinal))}]";

    private static string Describe(Expression expression) => expression switch
    {
        Logical { Operator: LogicalOperator.And } and => All(Flatten(and)),
        Logical or => $"any[{string.Join(';', or.Operands.Select(Describe))}]",
        Not not => $"not[{Describe(not.Operand)}]",
        Comparison { Left: ColumnName column, Right: Literal value } => $"{column.Name.Text} is {value.Text}",
        In { Operand: ColumnName column, List: LiteralList list } =>
            $"{column.Name.Text} in {string.Join('|', list.Items.Select(item => item.Text))} {list.Items.Count}",
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private static IEnumerable<string> Flatten(Expression expression) => expression is Logical { Operator: LogicalOperator.And } and
        ? and.Operands.SelectMany(Flatten)
        : [Describe(expression)];

    private abstract record Part
    {
        public abstract string Print();

        public abstract string Describe();

        /// <summary>Quotes where they are needed, and otherwise now and then.</summary>
        protected static string Quote(string text)
        {
            var quoted = text.Length % 2 == 0;
            var printed = new StringBuilder(quoted ? "\"" : "");
            foreach (var character in text)
            {
                if (character == '\\' || (quoted ? character == '"' : character is ',' or '(' or ')' || (character == '"' && printed.Length == 0)))
                    printed.Append('\\');
                printed.Append(character);
            }

            return printed.Append(quoted ? "\"" : "").ToString();
        }
    }

    private sealed record One(string Column, string Value) : Part
    {
        public override string Print() => $"{Column}={Quote(Value)}";

        public override string Describe() => $"{Column} is {Value}";
    }

    private sealed record Many(string Column, IReadOnlyList<string> Values) : Part
    {
        public override string Print() => $"{Column}__in=({string.Join(',', Values.Select(Quote))})";

        public override string Describe() => $"{Column} in {string.Join('|', Values)} {Values.Count}";
    }

    private sealed record Group(string Name, IReadOnlyList<Part> Parts) : Part
    {
        public override string Print() => $"{Name}=({string.Join(',', Parts.Select(part => part.Print()))})";

        public override string Describe() => Name switch
        {
            "and" when Flat().ToList() is [var only] => only,
            "and" => All(Flat()),
            "or" => $"any[{string.Join(';', Parts.Select(part => part.Describe()))}]",
            _ => $"not[{Parts[0].Describe()}]",
        };

        private IEnumerable<string> Flat() =>
            Parts.SelectMany(part => part is Group { Name: "and" } group ? group.Flat() : [part.Describe()]);
    }
}
