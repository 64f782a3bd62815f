using AlertWorker.Entries.Formats;

namespace AlertWorker.Entries;

public sealed class FormatListTests
{
    [Fact]
    public void Every_format_is_in_the_list()
    {
        var written = typeof(IFeedFormat)
            .Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IFeedFormat)) && !type.IsAbstract);

        Assert.Equal(
            written.Select(type => type.Name).Order(StringComparer.Ordinal),
            FeedReader.Formats.Select(format => format.GetType().Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void No_two_formats_share_a_name() =>
        Assert.Equal(
            FeedReader.Formats.Count,
            FeedReader.Formats.Select(format => format.Name).Distinct(StringComparer.Ordinal).Count()
        );
}
