using System.Globalization;
using AlertWorker.Alerts;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>Reads the query of a request; the first thing that cannot be read is its <see cref="Fault"/>.</summary>
internal sealed class WebQuery(HttpRequest request)
{
    /// <summary>What is wrong and what is allowed; null while everything could be read.</summary>
    public string? Fault { get; private set; }

    public string? Text(string name) => request.Query[name] is [{ Length: > 0 } text, ..] ? text : null;

    /// <summary>An ISO 8601 time; without a zone it is UTC.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        // A + that was not escaped arrives as a blank.
        if (
            DateTimeOffset.TryParse(
                text.Length > 19 ? text.Replace(' ', '+') : text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time
            )
        )
            return time;
        Fault ??= $"{name} is '{text}'; it is an ISO 8601 time like 2021-07-14T06:00:00Z.";
        return null;
    }

    public AlertKind? Kind(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (!char.IsAsciiDigit(text[0]) && Enum.TryParse<AlertKind>(text, ignoreCase: true, out var kind))
            return kind;
        var allowed = string.Join(", ", Enum.GetNames<AlertKind>()).ToLowerInvariant();
        Fault ??= $"{name} is '{text}'; allowed are {allowed}.";
        return null;
    }

    /// <summary>How many at most.</summary>
    public int Limit(int otherwise, int most)
    {
        if (Text("limit") is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0)
            return Math.Min(limit, most);
        Fault ??= $"limit is '{text}'; it is a number from 1 to {most}.";
        return otherwise;
    }

    /// <summary>The place a page ended at, as <see cref="Next"/> wrote it.</summary>
    public (DateTimeOffset At, string Id)? After()
    {
        if (Text("after") is not { } text)
            return null;
        if (
            text.Split('-', 2) is [var at, { Length: > 0 } id]
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        )
            return (DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), id);
        Fault ??= $"after is '{text}'; it is taken from the link to the next page.";
        return null;
    }

    /// <summary>The same request for what comes after this place.</summary>
    public string Next(DateTimeOffset at, object id)
    {
        var query = request
            .Query.Where(part => part.Key != "after")
            .ToDictionary(part => part.Key, part => part.Value, StringComparer.OrdinalIgnoreCase);
        query["after"] = $"{at.ToUnixTimeMilliseconds()}-{id}";
        return $"{request.PathBase}{request.Path}{QueryString.Create(query)}";
    }
}
