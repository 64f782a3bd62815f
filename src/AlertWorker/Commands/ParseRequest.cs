using AlertWorker.Entries;

namespace AlertWorker.Commands;

/// <summary>One line of <c>parse --batch</c>.</summary>
/// <param name="Id">Given back in the answer.</param>
/// <param name="File">Path of the document.</param>
/// <param name="ContentType">The HTTP header Content-Type.</param>
/// <param name="Url">The address the document came from.</param>
/// <param name="HttpHeaders">Other headers; Content-Type and Content-Location are used.</param>
public sealed record ParseRequest(
    string? Id,
    string? File,
    string? ContentType,
    string? Url,
    IReadOnlyDictionary<string, string>? HttpHeaders
)
{
    public FeedHints Hints(DateTimeOffset now)
    {
        var location = Header("Content-Location");
        return new FeedHints
        {
            ContentType = ContentType ?? Header("Content-Type"),
            BaseUrl =
                location is not null
                && Uri.TryCreate(Url is null ? null : new Uri(Url, UriKind.RelativeOrAbsolute), location, out var at)
                    ? at.ToString()
                    : location ?? Url,
            Now = now,
        };
    }

    private string? Header(string name) =>
        HttpHeaders
            ?.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
            .Value;
}
