namespace AlertWorker.Entries.Formats;

/// <summary>One way of publishing entries. A new one is a file here and a line in <see cref="FeedReader.Formats"/>.</summary>
public interface IFeedFormat
{
    /// <summary>Its name in <c>feeds.json</c> and in results.</summary>
    string Name { get; }

    /// <summary>Whether the content says that it is of this format; address and content type are not asked.</summary>
    bool Recognises(FeedBody body);

    /// <summary>Reads what <see cref="Recognises"/> accepted. Never throws on what a publisher may send.</summary>
    FeedDocument Read(FeedBody body, FeedHints hints);
}
