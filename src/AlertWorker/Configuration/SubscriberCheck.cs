namespace AlertWorker.Configuration;

/// <summary>What a schema cannot say of subscribers.json.</summary>
/// <param name="crossings">Ids of the crossings there are.</param>
/// <param name="corridors">Ids of the corridors there are.</param>
/// <param name="countries">Countries with a crossing.</param>
/// <param name="languages">Languages messages are worded in.</param>
/// <param name="allowPrivate">Webhooks may go to private networks.</param>
internal sealed class SubscriberCheck(
    IReadOnlySet<string> crossings,
    IReadOnlySet<string> corridors,
    IReadOnlySet<string> countries,
    IReadOnlySet<string> languages,
    bool allowPrivate
)
{
    private const string SecretPrefix = "whsec_"; // Standard Webhooks
    private const int SafeSecretBytes = 24;

    public void Run(IReadOnlyList<ConfigNode> subscribers)
    {
        CommonChecks.Unique(subscribers, "subscriber");
        foreach (var subscriber in subscribers)
        {
            foreach (var address in subscriber["to"]?.Items ?? [])
                if (address.Text is { } text && SubscriberAddress.Problem(text, allowPrivate) is { } problem)
                    address.Fault(problem);
            CheckSelection(subscriber);
            CommonChecks.TimeZone(subscriber["timeZone"]);
            if (subscriber["language"] is { Text: { } language } node && !languages.Contains(language))
                node.Fault(
                    $"there is no messages/{language}.json; allowed: {string.Join(", ", languages.Order(StringComparer.Ordinal))}"
                );
            CheckSecret(subscriber["secret"]);
            CheckTimes(subscriber);
        }
    }

    private void CheckSelection(ConfigNode subscriber)
    {
        var lists = new[] { subscriber["crossings"], subscriber["corridors"], subscriber["countries"] };
        if (!lists.Any(list => list?.Items.Any() ?? false))
            subscriber.Fault(
                "selects nothing; give at least one of crossings (\"*\" for every one), corridors or countries"
            );
        foreach (var crossing in subscriber["crossings"]?.Items ?? [])
            if (crossing.Text is { } id and not "*" && !crossings.Contains(id))
                crossing.Fault($"no crossing has the id '{id}'{Nearest.Hint(id, crossings)}");
        CommonChecks.Known(subscriber["corridors"], corridors, "corridor");
        foreach (var country in subscriber["countries"]?.Items ?? [])
            if (country.Text is { Length: 2 } code && !countries.Contains(code))
                country.Fault($"no crossing has a side in '{code}'");
    }

    private static void CheckTimes(ConfigNode subscriber)
    {
        var quiet = subscriber["quietHours"];
        var clocks = new[] { quiet?["from"], quiet?["to"], subscriber["digest"] };
        foreach (var clock in clocks)
            if (clock?.Text is { } text && !ClockTimeConverter.TryParse(text, out _))
                clock.Fault($"'{text}' is not a time of day; allowed: 00:00 to 23:59");
        if (quiet?["from"]?.Text is { } from && from == quiet["to"]?.Text)
            quiet.Fault($"from and to are both {from}, which is no span of time; give two different times");
    }

    private static void CheckSecret(ConfigNode? node)
    {
        if (node?.Text is not { } secret)
            return;
        var key = new byte[secret.Length];
        if (
            !secret.StartsWith(SecretPrefix, StringComparison.Ordinal)
            || !Convert.TryFromBase64String(secret[SecretPrefix.Length..], key, out var length)
            || length == 0
        )
            node.Fault($"is not a webhook secret; allowed: {SecretPrefix} and base64");
        else if (length < SafeSecretBytes)
            node.Warn($"holds {length} bytes; Standard Webhooks asks for {SafeSecretBytes} or more");
    }
}
