using AlertWorker.Alerts;

namespace AlertWorker.Configuration;

/// <summary>Holds the wording of every language against English. What is missing is told, and English stands in: an alert in the wrong language beats none.</summary>
internal static class MessageCheck
{
    public const string Reference = "en";

    public static void Run(FaultList faults, IReadOnlyDictionary<string, MessageCatalog> messages)
    {
        if (!messages.TryGetValue(Reference, out var reference))
            return;
        foreach (var (language, catalog) in messages.Where(message => message.Key != Reference))
        foreach (var fault in catalog.Faults(reference))
        {
            var colon = fault.IndexOf(": ", StringComparison.Ordinal);
            faults.AddGap($"{ConfigFiles.MessagesFolder}/{language}.json", fault[..colon], fault[(colon + 2)..]);
        }
    }
}
