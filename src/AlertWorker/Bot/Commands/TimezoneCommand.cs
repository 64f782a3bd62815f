namespace AlertWorker.Bot;

/// <summary><c>/timezone Asia/Karachi</c> or a city: the clock of all times in messages.</summary>
public sealed class TimezoneCommand(Subscriptions people) : IBotCommand
{
    private static readonly string[] Common =
    [
        "Asia/Karachi",
        "Asia/Kabul",
        "Asia/Tehran",
        "Asia/Kolkata",
        "Europe/Moscow",
        "Europe/Istanbul",
        "Europe/Warsaw",
        "Europe/Kyiv",
        "UTC",
    ];

    public string Name => "timezone";

    /// <summary>Everything a button may set.</summary>
    internal static IEnumerable<string> All =>
        Common.Concat(TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)).Distinct(StringComparer.Ordinal);

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        var found = Find(argument);
        if (found is not [var zone])
            return BotReply.Of(chat, chat.Say("bot.timezone.ask")) with
            {
                Buttons =
                [
                    .. (found.Length == 0 ? Common : found)
                        .Take(12)
                        .Select(id => new BotButton(id, Verbs.Zone, id))
                        .Chunk(3),
                ],
            };
        await people.Save(chat.Person with { TimeZone = zone }, cancellation);
        return BotReply.Of(chat, chat.Say("bot.timezone.done", ("zone", zone)));
    }

    private static string[] Find(string typed)
    {
        if (typed.Length == 0)
            return [];
        if (All.FirstOrDefault(id => string.Equals(id, typed, StringComparison.OrdinalIgnoreCase)) is { } exact)
            return [exact];
        var city = NameFolding.Fold(typed);
        return
        [
            .. All.Where(id =>
                id.Contains('/', StringComparison.Ordinal) && NameFolding.Fold(id.Split('/')[^1]) == city
            ),
        ];
    }
}
