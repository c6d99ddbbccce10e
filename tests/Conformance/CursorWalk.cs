using System.Text.Json;

namespace Relata.Conformance;

/// <summary>Walks over the pages of a list and back.</summary>
/// <param name="server">The server that is asked.</param>
public abstract class CursorWalk(ConformanceServer server) : Specification(server)
{
    /// <summary>Holds when the pages of a list are the whole of it, in both directions and whatever their size.</summary>
    protected async Task Walk(string table, string query)
    {
        var whole = Rows(await Get($"/{table}?{query}"));
        whole.Count.ShouldBeGreaterThan(2);
        foreach (var size in new[] { 1, 2, 3, whole.Count })
        {
            var pages = new List<Answer>();
            for (var target = $"/{table}?{query}&limit={size}&cursor="; target is not null; target = pages[^1].Next())
                pages.Add(await Page(target));
            pages.SelectMany(Rows).ShouldBe(whole);
            pages.Count.ShouldBe((whole.Count + size - 1) / size);
            pages[0].Previous().ShouldBeNull();

            // Backward from the last page every page is as full as it can be, and in the caller's order.
            var back = new List<Answer>();
            for (var target = pages[^1].Previous(); target is not null; target = back[^1].Previous()) back.Add(await Page(target));
            back.AsEnumerable().Reverse().SelectMany(Rows).Concat(Rows(pages[^1])).ShouldBe(whole);
            if (back.Count > 0) Rows(await Page(back[0].Next()!)).ShouldBe(Rows(pages[^1]));
        }
    }

    /// <summary>A page that is there.</summary>
    protected async Task<Answer> Page(string target)
    {
        var page = await Get(target);
        page.Status.ShouldBe(200, $"{target}: {page.Body}");
        return page;
    }

    /// <summary>The rows of a page, each as it was sent.</summary>
    protected static List<string> Rows(Answer answer)
    {
        answer.Status.ShouldBe(200, answer.Body);
        return [.. JsonElement.Parse(answer.Body).EnumerateArray().Select(row => row.GetRawText())];
    }
}
