using System.Text.Json;
using AlertWorker.House;

namespace AlertWorker.Claims;

/// <summary>A reader over the crossings and languages that are shipped in <c>config</c>.</summary>
public sealed class ShippedReader
{
    public ShippedReader() => Reader = new ClaimReader(Gazetteer, Lexicons);

    public Gazetteer Gazetteer { get; } = new(Places());

    public IReadOnlyList<Lexicon> Lexicons { get; } =
    [
        .. Repository
            .Files("config/languages", "*.json")
            .Select(file => Lexicon.Parse(File.ReadAllText(Repository.Path(file)))),
    ];

    public ClaimReader Reader { get; }

    private static IEnumerable<Place> Places() =>
        from file in Repository.Files("config/crossings", "*.json")
        let json = JsonDocument.Parse(
            File.ReadAllText(Repository.Path(file)),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        )
        from block in json.RootElement.GetProperty("crossings").EnumerateArray()
        select block.Deserialize<Place>(JsonSerializerOptions.Web)!;
}
