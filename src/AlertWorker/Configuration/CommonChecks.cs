namespace AlertWorker.Configuration;

/// <summary>Checks that several files share.</summary>
internal static class CommonChecks
{
    /// <summary>Tells of every id that an earlier block has already.</summary>
    public static void Unique(IEnumerable<ConfigNode> blocks, string what)
    {
        var first = new Dictionary<string, ConfigNode>(StringComparer.Ordinal);
        foreach (var block in blocks)
            if (block["id"] is { Text: { } id } idNode && !first.TryAdd(id, block))
                idNode.Fault($"'{id}' is taken by {first[id].File}: {first[id].Path}; every {what} needs its own id");
    }

    public static IReadOnlySet<string> Ids(IEnumerable<ConfigNode> blocks) =>
        blocks.Select(block => block["id"]?.Text).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>Tells of every text in the list that is not a known id.</summary>
    public static void Known(ConfigNode? list, IReadOnlySet<string> known, string what)
    {
        foreach (var item in list?.Items ?? [])
            if (item.Text is { } id && !known.Contains(id))
                item.Fault($"no {what} has the id '{id}'{Nearest.Hint(id, known)}");
    }

    public static void TimeZone(ConfigNode? zone)
    {
        if (zone?.Text is not { } id || TimeZoneInfo.TryFindSystemTimeZoneById(id, out _))
            return;
        var known = TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id);
        zone.Fault(
            $"'{id}' is not a time zone{Nearest.Hint(id, known).TrimEnd('?')}; allowed: IANA names like Asia/Karachi, or UTC"
        );
    }

    /// <summary>Tells when the address is not http or https, or lies on a private network that is not allowed.</summary>
    public static void WebAddress(ConfigNode? address, bool allowPrivate)
    {
        if (address?.Text is { } text && ProblemOfWebAddress(text, allowPrivate) is { } problem)
            address.Fault(problem);
    }

    /// <summary>What is wrong with the address, null when nothing is. The address is not repeated: it may carry a key.</summary>
    public static string? ProblemOfWebAddress(string text, bool allowPrivate)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || (url.Host.Length == 0 && url.Scheme is "http" or "https")
        )
            return "is not an address; an absolute one that begins with http:// or https:// is allowed";
        if (url.Scheme is not ("http" or "https"))
            return $"'{url.Scheme}:' is not allowed; only http:// and https:// are";
        if (allowPrivate && NetworkAddress.IsBarred(url))
            return "is a link-local, multicast or reserved address, where no server is; any other is allowed";
        return !allowPrivate && NetworkAddress.IsPrivate(url)
            ? "is an address on this machine or a private network; allowed only with Http.AllowPrivateNetworks in appsettings.json"
            : null;
    }
}
