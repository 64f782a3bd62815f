using AlertWorker.Configuration;
using AlertWorker.Entries;

namespace AlertWorker.House;

/// <summary>The configuration that comes with the program can be used as it is.</summary>
public sealed class ShippedConfigTests
{
    private static readonly ConfigReading Shipped = ConfigFolder.Read(
        Repository.Path("config"),
        new Dictionary<string, string>()
    );

    [Fact]
    public void It_has_no_fault() => Assert.Empty(Shipped.Faults);

    [Fact]
    public void It_warns_of_nothing() => Assert.Empty(Shipped.Warnings);

    [Fact]
    public void It_polls_at_least_25_feeds_politely()
    {
        var on = Shipped.Value!.Feeds.Where(feed => feed.Enabled).ToList();

        Assert.InRange(on.Count, 25, 200);
        Assert.All(
            on,
            feed => Assert.True(feed.Every >= TimeSpan.FromMinutes(5), $"{feed.Id} is polled every {feed.Every}")
        );
    }

    [Fact]
    public void Official_sources_say_whom_they_speak_for_or_are_context()
    {
        string[] context = ["gdacs", "nws"]; // hazards: nobody's word on a gate
        var official = Shipped.Value!.Feeds.Where(feed =>
            feed.Tier == SourceTier.Official && !context.Contains(feed.Publisher)
        );

        Assert.All(official, feed => Assert.NotNull(feed.SpeaksFor));
    }

    [Fact]
    public void It_knows_464_crossings() => Assert.Equal(464, Shipped.Value!.Crossings.Count);

    [Fact]
    public void Every_file_names_the_schema_beside_it()
    {
        string[] others = ["/schemas/", "/languages/", "/messages/"];
        foreach (var file in Repository.Files("config", "*.json").Where(file => !others.Any(file.Contains)))
        {
            using var json = System.Text.Json.JsonDocument.Parse(
                File.ReadAllText(Repository.Path(file)),
                new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            Assert.True(json.RootElement.TryGetProperty("$schema", out var schema), $"{file} has no $schema");
            var path = Path.Combine(Path.GetDirectoryName(Repository.Path(file))!, schema.GetString()!);
            Assert.True(File.Exists(path), $"{file}: {schema} is not there");
        }
    }

    [Fact]
    public void It_comes_along_beside_the_executable() =>
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "config", "feeds.json")));
}
