using System.Text.Json;
using AlertWorker.Claims;
using AlertWorker.Entries;
using AlertWorker.Feeds;
using AlertWorker.House;

namespace AlertWorker.Hosting;

/// <summary>Crossings whose closing and reopening is read from one plain sentence, and those sentences as feed items.</summary>
internal sealed class TrialNews
{
    private static readonly ShippedReader Shipped = new();

    public TrialNews(int crossings) =>
        Crossings = [
            .. Repository
                .Files("config/crossings", "*.json")
                .SelectMany(Names)
                .Where(place => Says(place, "closed", Status.Closed) && Says(place, "reopened", Status.Open))
                .Take(crossings),
        ];

    public IReadOnlyList<(string Id, string Name)> Crossings { get; }

    public static string Quiet(int feed) => Rss.Item($"quiet-{feed}", "Weather in Quetta", Now);

    public static string Item(string name, string word) =>
        Rss.Item($"{name} {word}", Title(name, word), Now, Sentence(name, word));

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static string Title(string name, string word) => $"{name} border crossing {word}";

    private static string Sentence(string name, string word) =>
        $"The {name} border crossing was {word} for all traffic, Assistant Commissioner Arif Kakar said.";

    private static bool Says((string Id, string Name) place, string word, Status status)
    {
        var entry = new Entry
        {
            Id = "x",
            Title = Title(place.Name, word),
            Summary = Sentence(place.Name, word),
            PublishedUtc = Now,
        };
        var read = Shipped.Reader.Read(entry, new Source("trial", "trial"), Now).Claims;
        return read is [{ Stance: Stance.Asserted } claim] && claim.Crossing == place.Id && claim.Status == status;
    }

    private static IEnumerable<(string Id, string Name)> Names(string file)
    {
        using var json = JsonDocument.Parse(
            File.ReadAllText(Repository.Path(file)),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        return
        [
            .. json
                .RootElement.GetProperty("crossings")
                .EnumerateArray()
                .Select(block => (block.GetProperty("id").GetString()!, block.GetProperty("name").GetString()!)),
        ];
    }
}
