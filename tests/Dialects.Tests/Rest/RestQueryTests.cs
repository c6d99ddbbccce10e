using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using static Relata.Dialects.Tests.Rest.RestCalls;

namespace Relata.Dialects.Tests.Rest;

public sealed class RestQueryTests
{
    [Fact]
    public void Nothing_asked_is_everything()
    {
        var read = Query("");
        (read.Filter, read.Page, read.Count, read.Selection.Fields).ShouldBe((null, Page.Default with { LooksAhead = true }, CountMode.None, null));
        read.Order.ShouldBeEmpty();
    }

    [Fact]
    public void One_filter_stands_alone()
    {
        var comparison = Query("name=a%20b").Filter.ShouldBeOfType<Comparison>();
        comparison.Left.ShouldBe(new ColumnName(new Name("name", new Position("query", 0, 4))));
        comparison.Right.ShouldBe(Literal.FromText("a b", new Position("query", 5, 5)));
    }

    [Fact]
    public void A_repeated_key_is_an_alternative_and_different_keys_must_all_hold()
    {
        var all = Query("name=a&note=x&name=b").Filter.ShouldBeOfType<Logical>();
        all.Operator.ShouldBe(LogicalOperator.And);
        all.Operands.Count.ShouldBe(2);
        var any = all.Operands[0].ShouldBeOfType<Logical>();
        any.Operator.ShouldBe(LogicalOperator.Or);
        any.Operands.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("name=a&name=b", LogicalOperator.Or)]
    [InlineData("name__in=a&name__in=b", LogicalOperator.Or)]
    [InlineData("name__ne=a&name__ne=b", LogicalOperator.And)]
    [InlineData("name__notin=a&name__notin=b", LogicalOperator.And)]
    [InlineData("name__notcontains=a&name__notcontains=b", LogicalOperator.And)]
    [InlineData("name__notilike=a&name__notilike=b", LogicalOperator.And)]
    public void A_repeated_negative_lookup_denies_each_value(string query, LogicalOperator joined) =>
        Query(query).Filter.ShouldBeOfType<Logical>().Operator.ShouldBe(joined);

    [Fact]
    public void The_place_of_a_column_does_not_cover_its_lookup() =>
        Query("name__lt=a").Filter.ShouldBeOfType<Comparison>().Left
            .ShouldBe(new ColumnName(new Name("name", new Position("query", 0, 4))));

    [Fact]
    public void A_column_that_is_named_like_a_lookup_is_found_first()
    {
        var comparison = Query("name__gte=a").Filter.ShouldBeOfType<Comparison>();
        comparison.Operator.ShouldBe(ComparisonOperator.Equal);
        comparison.Left.ShouldBeOfType<ColumnName>().Name.Text.ShouldBe("name__gte");
        Query("name__gte__gte=a").Filter.ShouldBeOfType<Comparison>().Operator.ShouldBe(ComparisonOperator.GreaterOrEqual);
    }

    [Fact]
    public void An_option_is_never_read_as_a_column()
    {
        var read = Query("limit=5&limit__eq=7");
        read.Page.Limit.ShouldBe(5);
        read.Filter.ShouldBeOfType<Comparison>().Left.ShouldBeOfType<ColumnName>().Name.Text.ShouldBe("limit");
    }

    [Fact]
    public void Limit_offset_and_count_are_read()
    {
        var read = Query("limit=5&offset=10&count=exact");
        (read.Page, read.Count).ShouldBe((new Page(5, 10) { LooksAhead = true }, CountMode.Exact));
        Query("limit=-1").Page.Limit.ShouldBe(-1);
        Query("count=none").Count.ShouldBe(CountMode.None);
    }

    [Theory]
    [InlineData("ordering=name,-id", "name id-")]
    [InlineData("ordering=name&ordering=-id", "name id-")]
    [InlineData("order_by=name,id", "name id")]
    [InlineData("order_by=name&order_by=id&order=desc", "name- id-")]
    [InlineData("order=DESC&order_by=name", "name-")]
    [InlineData("order=asc&order_by=name", "name")]
    [InlineData("name__desc=&id__asc=whatever", "name- id")]
    [InlineData("name__desc&ordering=id", "name- id")]
    [InlineData("ordering=--name", "-name-")]
    public void Orders_are_read_in_every_spelling(string query, string order) => string
        .Join(' ', Query(query).Order.Select(ordering => ordering.Column.Text + (ordering.Descending ? "-" : "")))
        .ShouldBe(order);

    [Theory]
    [InlineData("fields=id,name")]
    [InlineData("fields=id&fields=name")]
    public void Fields_are_read_in_their_order(string query) =>
        Query(query).Selection.Fields.ShouldNotBeNull().Select(field => field.Text).ShouldBe(["id", "name"]);

    [Theory]
    [InlineData("limit=many", "\"limit\" is an integer, not \"many\".", 6, 4)]
    [InlineData("limit=", "\"limit\" is an integer, not \"\".", 6, 0)]
    [InlineData("limit=+5", "\"limit\" is an integer, not \" 5\".", 6, 2)]
    [InlineData("limit=5.0", "\"limit\" is an integer, not \"5.0\".", 6, 3)]
    [InlineData("offset=99999999999999999999", "\"offset\" is an integer, not \"99999999999999999999\".", 7, 20)]
    [InlineData("count=Exact", "\"count\" is one of none, exact, estimated, not \"Exact\".", 6, 5)]
    [InlineData("fields=", "\"fields\" names no column.", 7, 0)]
    [InlineData("ordering", "\"ordering\" names no column.", 8, 0)]
    [InlineData("order_by=name&order=up", "\"order\" is asc or desc, not \"up\".", 20, 2)]
    [InlineData("order=desc", "\"order\" is the direction of \"order_by\", which is missing.", 6, 4)]
    [InlineData("depth=-1", "\"depth\" is a number of levels, or 0 for all that there are.", 6, 2)]
    [InlineData("name__isnull=maybe", "The value of this lookup is true or false.", 13, 5)]
    [InlineData("name__range=1", "A range has two values with a comma between them.", 12, 1)]
    public void A_bad_value_is_named_with_its_place(string query, string message, int offset, int length)
    {
        var failure = Refused($"GET /item?{query}");
        (failure.Code, failure.Message, failure.At).ShouldBe((FailureCode.BadValue, message, new Position("query", offset, length)));
    }

    [Theory]
    [InlineData("limit=1&limit=2", 8)]
    [InlineData("count=none&count=none", 11)]
    [InlineData("order_by=id&order=asc&order=desc", 22)]
    public void An_option_is_given_once(string query, int offset)
    {
        var failure = Refused($"GET /item?{query}");
        failure.Code.ShouldBe(FailureCode.MalformedSyntax);
        failure.At.ShouldNotBeNull().Offset.ShouldBe(offset);
    }

    [Theory]
    [InlineData("limt=5", "Did you mean \"limit\"?")]
    [InlineData("feilds=id", "Did you mean \"fields\"?")]
    [InlineData("nmae=x", "Did you mean \"name\"?")]
    [InlineData("nmae__startswith_=x", "Did you mean \"name\"?")]
    [InlineData("=5", null)]
    [InlineData("__eq=5", null)]
    [InlineData("NAME=x", "Did you mean \"name\"?")]
    public void An_unknown_column_hints_at_columns_and_options(string query, string? hint)
    {
        var failure = Refused($"GET /item?{query}");
        (failure.Code, failure.Hint).ShouldBe((FailureCode.UnknownColumn, hint));
    }

    [Fact]
    public void An_unknown_lookup_hints_at_the_nearest_one()
    {
        var failure = Refused("GET /item?name__startwith=x");
        (failure.Code, failure.Hint).ShouldBe((FailureCode.UnknownOption, "Did you mean \"startswith\"?"));
        Refused("GET /item?name__zzzzzzzz=x").Hint.ShouldNotBeNull().ShouldStartWith("Known lookups: adjacent_to, contained_by, contains, ");
    }

    [Theory]
    [InlineData("GET /item/7?limit=1", "The option \"limit\" means nothing here.", "Known here: fields, depth, envelope.")]
    [InlineData("GET /item/7?name=a", "\"name\" means nothing here.", "Known here: fields, depth, envelope.")]
    [InlineData("GET /item/7?feilds=a", "\"feilds\" means nothing here.", "Did you mean \"fields\"?")]
    [InlineData("POST /item?limit=2", "The option \"limit\" means nothing here.",
        "Known here: fields, depth, on_conflict, resolution, envelope.")]
    [InlineData("DELETE /item/7?__all=true", "The option \"__all\" means nothing here.", null)]
    [InlineData("DELETE /item?fields=id", "The option \"fields\" means nothing here.",
        "Known here: __all, limit, offset, order_by, order, ordering.")]
    [InlineData("DELETE /item?page=5", "The option \"page\" means nothing here.",
        "The column of that name is filtered by page__eq.")]
    [InlineData("GET /item?on_conflict=id", "The option \"on_conflict\" means nothing here.",
        "Known here: limit, offset, page, page_size, cursor, order_by, order, ordering, fields, depth, count, envelope, group_by, aggregates, having, distinct.")]
    public void An_option_that_means_nothing_here_is_refused(string line, string message, string? hint)
    {
        var failure = Refused(line, "{}");
        (failure.Code, failure.Message, failure.Hint).ShouldBe((FailureCode.UnknownOption, message, hint));
    }

    [Fact]
    public void Depth_unfolds_what_is_related_to_related_rows()
    {
        var embed = ((Read)Parse("GET /item_part?depth=3").Request).Selection.Embeds.ShouldHaveSingleItem();
        (embed.Relationship.Text, embed.As).ShouldBe(("item", "item_id_object"));
        embed.Selection.Embeds.Select(inner => (inner.Relationship.Text, inner.As)).ShouldBe(
            [("owner", "owner_id_object"), ("item_part", "referenced_by_item_part_item_id_objects")]);
        Query("depth=1").Selection.Embeds.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("owner__load")]
    [InlineData("owner_id_object__load=")]
    public void One_relation_is_loaded_by_its_name_or_key(string query)
    {
        var embed = Query(query).Selection.Embeds.ShouldHaveSingleItem();
        (embed.Relationship, embed.As).ShouldBe((new Name("owner", new Position("query", 0, query.TrimEnd('=').Length)), "owner_id_object"));
    }

    [Fact]
    public void Depth_ends_where_the_operator_says() =>
        Refused("GET /item?depth=4").Code.ShouldBe(FailureCode.LimitExceeded);
}
