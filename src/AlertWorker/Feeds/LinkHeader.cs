using System.Net.Http.Headers;

namespace AlertWorker.Feeds;

/// <summary>The Link header (RFC 8288), in which a server may name hub and topic of any document (WebSub §4).</summary>
internal static class LinkHeader
{
    /// <summary>The first http or https target with this relation; null when there is none.</summary>
    public static Uri? Find(HttpHeadersNonValidated headers, string relation, Uri at)
    {
        if (!headers.TryGetValues("Link", out var values))
            return null;
        foreach (var value in values)
        foreach (var link in value.Split('<').Skip(1))
            if (
                link.Split('>', 2) is [var target, var parameters]
                && Relations(parameters).Contains(relation, StringComparer.OrdinalIgnoreCase)
                && Uri.TryCreate(at, target.Trim(), out var url)
                && url.Scheme is "http" or "https"
            )
                return url;
        return null;
    }

    private static string[] Relations(string parameters) =>
        parameters
            .Split(';', ',')
            .Select(parameter => parameter.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair is [var name, _] && name.Equals("rel", StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair[1].Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault([]);
}
