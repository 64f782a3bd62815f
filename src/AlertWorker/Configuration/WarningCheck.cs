namespace AlertWorker.Configuration;

/// <summary>Tells of what works, but probably not as its owner meant.</summary>
internal static class WarningCheck
{
    public static void Run(ConfigNode? settings, IReadOnlyList<ConfigNode> subscribers)
    {
        var hasMail = settings?["Email"]?["Host"] is not null || settings?["Email"]?["PickupDirectory"] is not null;
        var hasBot = settings?["Telegram"]?["BotToken"] is not null;
        if (settings is not null && hasMail && settings["Web"]?["PublicUrl"] is null)
            settings.Faults.Warn(
                settings.File,
                $"{settings.Path}.Web.PublicUrl",
                "is not set, so mails go out without List-Unsubscribe and messages without links to the evidence page"
            );
        if (!hasMail && settings?["Email"]?["Operators"] is { } operators && operators.Items.Any())
            operators.Warn("mail has no way out; set Email.Host or Email.PickupDirectory");
        foreach (var address in subscribers.SelectMany(subscriber => subscriber["to"]?.Items ?? []))
        {
            if (!hasMail && IsFor(address, "mailto:"))
                address.Warn("mail has no way out; set Email.Host or Email.PickupDirectory in appsettings.json");
            if (!hasBot && IsFor(address, "telegram:"))
                address.Warn("there is no bot; set Telegram.BotToken in appsettings.json");
        }
    }

    private static bool IsFor(ConfigNode address, string scheme) =>
        address.Text?.StartsWith(scheme, StringComparison.Ordinal) ?? false;
}
