using Relata.Server.Configuration;

namespace Relata.Server.Tests.Configuration;

/// <summary>The pages about the configuration cannot fall behind the code.</summary>
public sealed class SettingsSchemaTests
{
    [Fact]
    public async Task Is_the_schema_in_the_documentation()
    {
        var stop = TestContext.Current.CancellationToken;
        var file = Repository.PathOf("docs/relata.schema.json");
        var schema = SettingsSchema.ToText();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") await File.WriteAllTextAsync(file, schema, stop);
        (await File.ReadAllTextAsync(file, stop)).ShouldBe(schema, "UPDATE_GOLDEN=1 rewrites it");
    }

    [Fact]
    public async Task Every_key_is_in_the_page_about_the_configuration()
    {
        var page = await File.ReadAllTextAsync(
            Repository.PathOf("docs/configuration.md"), TestContext.Current.CancellationToken);
        SettingsKeys.All().Where(key => !page.Contains($"`{key}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
