using System.Text.Json;
using AlertWorker.Entries;
using AlertWorker.Entries.Formats;

namespace AlertWorker.House;

/// <summary>What can be extended has one list; nothing that was written is left out of it.</summary>
public sealed class ListTests
{
    [Fact]
    public void Every_feed_format_is_in_the_list_of_the_reader() =>
        Assert.Equal(
            Implementations(typeof(IFeedFormat)),
            Names(FeedReader.Formats.Select(format => format.GetType()))
        );

    [Fact]
    public void Every_feed_format_can_be_asked_for_in_feeds_json()
    {
        var schema = JsonElement.Parse(File.ReadAllText(Repository.Path("config/schemas/feeds.schema.json")));
        var feed = schema.GetProperty("properties").GetProperty("feeds").GetProperty("items").GetProperty("properties");
        var allowed = feed.GetProperty("format").GetProperty("enum").EnumerateArray().Select(name => name.GetString());

        Assert.Equivalent(
            FeedReader.Formats.Select(format => format.Name).Append("auto").Append(null),
            allowed,
            strict: true
        );
    }

    private static IEnumerable<string> Implementations(Type of) =>
        Names(
            of.Assembly.GetTypes()
                .Where(type => type.IsAssignableTo(of) && type is { IsAbstract: false, IsInterface: false })
        );

    private static IEnumerable<string> Names(IEnumerable<Type> types) =>
        types.Select(type => type.Name).Order(StringComparer.Ordinal);
}
