// Asks a server on the sample database: dotnet run --project samples/ex-client [http://127.0.0.1:8080/ex]
using Relata.Client;
using Relata.Model.Failures;
using Relata.Model.Requests;
using static Relata.Client.Ex;

using var http = new HttpClient();
var target = new Uri(args is [var url] ? url : "http://127.0.0.1:8080/ex");
await using var client = RelataClient.ForHttp(http, target);

Console.WriteLine("The first two cameras of each site:");
var cameras = Request.Query("camera", Columns("id", "site_id"), Partition("site_id"), Limit(2));
await foreach (var camera in client.StreamAsync<Camera>(cameras))
    Console.WriteLine($"  site {camera.SiteId}: camera {camera.Id}");

Console.WriteLine("Tags come and go in one transaction:");
var tags = await client.ExecuteAsync<Tag>(Request.Batch(
    Request.Insert("tag", Values(("name", "sample a")), Values(("name", "sample b"))),
    Request.Update("tag", Values(("colour", "#123456")), Where("name", Like("sample %"))),
    Request.Delete("tag", Where("name", Like("sample %")))));
foreach (var tag in tags) Console.WriteLine($"  {tag.Name} {tag.Colour}");

try
{
    await client.ExecuteAsync<Tag>(Request.Query("tag", Where("nme", "x")));
}
catch (FailureException e)
{
    Console.WriteLine($"A slip: {e.Failure.Message} {e.Failure.Hint}");
}

internal sealed record Camera(int Id, int SiteId);

internal sealed record Tag(string Name, string Colour);
