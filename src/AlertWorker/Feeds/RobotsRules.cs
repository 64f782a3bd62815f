namespace AlertWorker.Feeds;

/// <summary>What a robots.txt asks of us (RFC 9309).</summary>
public sealed class RobotsRules
{
    private readonly IReadOnlyList<(bool Allow, string Pattern)> _rules;

    private RobotsRules(IReadOnlyList<(bool, string)> rules) => _rules = rules;

    public static RobotsRules AllowAll { get; } = new([]);

    public static RobotsRules DenyAll { get; } = new([(false, "/")]);

    /// <summary>Reads the group for a crawler, or the one for everybody where there is none.</summary>
    /// <param name="product">Product token of our User-Agent.</param>
    public static RobotsRules Parse(string text, string product)
    {
        var ours = new List<(bool, string)>();
        var everybodys = new List<(bool, string)>();
        var found = false;
        var (forUs, forAll, inAgents) = (false, false, false);
        foreach (var line in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var field = line[..colon].Trim().ToLowerInvariant();
            var value = line[(colon + 1)..].Split('#')[0].Trim();
            if (field == "user-agent")
            {
                if (!inAgents)
                    (forUs, forAll) = (false, false);
                inAgents = true;
                forUs |= value.Equals(product, StringComparison.OrdinalIgnoreCase);
                forAll |= value == "*";
                found |= forUs;
            }
            else if (field is "allow" or "disallow")
            {
                inAgents = false;
                if (value.Length > 0 && forUs)
                    ours.Add((field == "allow", value));
                if (value.Length > 0 && forAll)
                    everybodys.Add((field == "allow", value));
            }
        }
        return new RobotsRules(found ? ours : everybodys);
    }

    /// <summary>True when the path may be asked for: the longest matching rule decides, allow on a tie.</summary>
    public bool Allows(string pathAndQuery) =>
        pathAndQuery == "/robots.txt"
        || _rules
            .Where(rule => Matches(rule.Pattern, pathAndQuery))
            .OrderByDescending(rule => rule.Pattern.Length)
            .ThenByDescending(rule => rule.Allow)
            .Select(rule => rule.Allow)
            .DefaultIfEmpty(true)
            .First();

    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var parts = (anchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var last = anchored && i == parts.Length - 1;
            var found = last
                ? path.EndsWith(parts[i], StringComparison.Ordinal)
                    ? path.Length - parts[i].Length
                    : -1
                : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < at)
                return false;
            at = found + parts[i].Length;
        }
        return !anchored || at == path.Length;
    }
}
