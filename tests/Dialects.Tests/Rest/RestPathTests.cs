using Relata.Model.Failures;
using Relata.Model.Requests;
using static Relata.Dialects.Tests.Rest.RestCalls;

namespace Relata.Dialects.Tests.Rest;

public sealed class RestPathTests
{
    [Theory]
    [InlineData("/item", "item")]
    [InlineData("/item/", "item")]
    [InlineData("//item//", "item")]
    [InlineData("/main.item", "main.item")]
    [InlineData("/archive.item", "archive.item")]
    [InlineData("/item_part", "item_part")]
    [InlineData("/item-part", "item_part")]
    [InlineData("/main.item-part", "main.item_part")]
    [InlineData("/it%65m", "item")]
    [InlineData("/overview", "overview")]
    public void A_path_names_a_table(string path, string table)
    {
        var read = (Read)Parse($"GET {path}").Request;
        read.Table.Text.ShouldBe(table);
        read.Key.ShouldBeNull();
    }

    [Theory]
    [InlineData("/item/7", "7")]
    [InlineData("/item/7/", "7")]
    [InlineData("/item/a+b", "a+b")]
    [InlineData("/item/a%20b%2Fc", "a b/c")]
    [InlineData("/item_part/7,2", "7|2")]
    [InlineData("/item_part/a%2Cb,2", "a,b|2")]
    [InlineData("/item_part/,", "|")]
    [InlineData("/item/%C3%A4", "ä")]
    public void A_path_names_a_row_by_its_key(string path, string parts) =>
        string.Join('|', ((Read)Parse($"GET {path}").Request).Key.ShouldNotBeNull().Parts.Select(part => part.Text)).ShouldBe(parts);

    [Fact]
    public void Every_part_of_a_key_has_its_place()
    {
        var key = ((Read)Parse("GET /item_part/a%2Cb,22").Request).Key.ShouldNotBeNull();
        key.At.ShouldBe(new Position("path", 11, 8));
        key.Parts.Select(part => part.At).ShouldBe([new Position("path", 11, 5), new Position("path", 17, 2)]);
    }

    [Fact]
    public void An_unknown_table_hints_at_the_nearest_one()
    {
        var failure = Refused("GET /itme/7");
        (failure.Code, failure.Hint, failure.At)
            .ShouldBe((FailureCode.UnknownTable, "Did you mean \"item\"?", new Position("path", 1, 4)));
    }

    [Theory]
    [InlineData("/ITEM")]
    [InlineData("/other.item")]
    [InlineData("/main.item.id")]
    [InlineData("/%22item%22")]
    public void A_table_is_found_by_its_exact_name_alone(string path) =>
        Refused($"GET {path}").Code.ShouldBe(FailureCode.UnknownTable);

    [Theory]
    [InlineData("/item.csv", "item", "csv")]
    [InlineData("/item.ndjson/", "item", "ndjson")]
    [InlineData("/main.item.json", "main.item", "json")]
    [InlineData("/item-part.csv", "item_part", "csv")]
    [InlineData("/item%2Ecsv", "item", "csv")]
    [InlineData("/report.csv", "report.csv", null)]
    [InlineData("/report.csv.csv", "report.csv", "csv")]
    [InlineData("/report.json", "report", "json")]
    [InlineData("/main.item", "main.item", null)]
    public void A_suffix_asks_for_a_format_unless_it_belongs_to_a_name(string path, string table, string? suffix)
    {
        var parsed = Parse($"GET {path}");
        (((Read)parsed.Request).Table.Text, parsed.Envelope.Suffix).ShouldBe((table, suffix));
    }

    [Theory]
    [InlineData("/counter/7.csv", "7", "csv")]
    [InlineData("/counter/7", "7", null)]
    [InlineData("/counter/7.5", "7.5", null)]
    [InlineData("/item/7.csv", "7.csv", null)]
    public void A_suffix_behind_a_key_asks_for_a_format_unless_the_key_is_text(string path, string key, string? suffix)
    {
        var parsed = Parse($"GET {path}");
        (((Read)parsed.Request).Key!.Parts[0].Text, parsed.Envelope.Suffix).ShouldBe((key, suffix));
    }

    [Theory]
    [InlineData("/item.xml")]
    [InlineData("/item.CSV")]
    public void An_unknown_suffix_hints_at_the_known_ones(string path)
    {
        var failure = Refused($"GET {path}");
        (failure.Code, failure.Hint).ShouldBe(
            (FailureCode.UnknownTable, "The formats of \"item\" are .json, .ndjson, .csv."));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("/item/7/name")]
    [InlineData("/item//7")]
    public void Nothing_is_served_at_any_other_path(string path)
    {
        var failure = Refused($"GET {path}");
        (failure.Code, failure.At).ShouldBe((FailureCode.RouteNotFound, new Position("path", 0, path.Length)));
    }

    [Theory]
    [InlineData("/it%em", 1, 5)]
    [InlineData("/item/%FF", 6, 3)]
    [InlineData("/item_part/1,%", 13, 1)]
    public void A_path_is_decoded_strictly(string path, int offset, int length)
    {
        var failure = Refused($"GET {path}");
        (failure.Code, failure.At).ShouldBe((FailureCode.MalformedSyntax, new Position("path", offset, length)));
    }
}
