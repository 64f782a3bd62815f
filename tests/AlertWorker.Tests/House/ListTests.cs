using System.Text.Json;
using AlertWorker.Channels;
using AlertWorker.Configuration;
using AlertWorker.Entries;
using AlertWorker.Entries.Formats;
using AlertWorker.Storage;

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

    [Fact]
    public void Every_channel_is_in_the_list_of_channels()
    {
        var listed = Assert
            .Single(typeof(ChannelList).GetConstructors())
            .GetParameters()
            .Select(parameter => parameter.ParameterType);

        Assert.Equal(Implementations(typeof(IChannel)), Names(listed));
    }

    [Fact]
    public void Every_engine_can_be_asked_for_in_appsettings_json()
    {
        var schema = JsonElement.Parse(File.ReadAllText(Repository.Path("config/schemas/appsettings.schema.json")));
        var storage = schema
            .GetProperty("properties")
            .GetProperty("AlertWorker")
            .GetProperty("properties")
            .GetProperty("Storage");
        var providers = storage.GetProperty("properties").GetProperty("Provider").GetProperty("enum").EnumerateArray();

        var engines = providers
            .Select(provider => provider.GetString())
            .OfType<string>()
            .Select(provider => new StorageOptions
            {
                Provider = provider,
                ConnectionString = provider == "postgres" ? "Host=localhost" : null,
            })
            .Select(storage => StorageSetup.Dialect(new Settings { Storage = storage }).GetType());
        Assert.Equal(Implementations(typeof(ISqlDialect)), Names(engines));
    }

    private static IEnumerable<string> Implementations(Type of) =>
        Names(
            of.Assembly.GetTypes()
                .Where(type => type.IsAssignableTo(of) && type is { IsAbstract: false, IsInterface: false })
        );

    private static IEnumerable<string> Names(IEnumerable<Type> types) =>
        types.Select(type => type.Name).Order(StringComparer.Ordinal);
}
