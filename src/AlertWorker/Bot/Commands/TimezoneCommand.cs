using AlertWorker.Claims;

namespace AlertWorker.Bot;

/// <summary><c>/timezone Asia/Karachi</c> a city, a country or the hours from UTC: the clock of all times in messages.</summary>
public sealed class TimezoneCommand(BotWorld world, Subscriptions people, TimeProvider time) : IBotCommand
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

    /// <summary>The zones of the countries that have crossings, the usual ones first.</summary>
    private IEnumerable<string> Known =>
        Common
            .Concat(
                world
                    .Crossings.Values.SelectMany(crossing => crossing.Countries)
                    .Select(code => CountryZones.Of(code).Id)
            )
            .Distinct(StringComparer.Ordinal);

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
                        .Chunk(2),
                ],
            };
        await people.Save(chat.Person with { TimeZone = zone }, cancellation);
        return BotReply.Of(chat, chat.Say("bot.timezone.done", ("zone", zone)));
    }

    /// <summary>By id, by the city in it, by the country's name in any language, or by the hours from UTC as they are now.</summary>
    private string[] Find(string typed)
    {
        if (typed.Length == 0)
            return [];
        if (All.FirstOrDefault(id => string.Equals(id, typed, StringComparison.OrdinalIgnoreCase)) is { } exact)
            return [exact];
        if (Offset(typed) is { } offset)
            return [.. Known.Where(id => Shows(id, offset))];
        var city = NameFolding.Fold(typed);
        string[] cities =
        [
            .. All.Where(id =>
                id.Contains('/', StringComparison.Ordinal) && NameFolding.Fold(id.Split('/')[^1]) == city
            ),
        ];
        return cities.Length > 0 ? cities
            : (world.Countries.Find(typed) ?? world.Countries.FindAlike(typed)) is { } country
                ? [CountryZones.Of(country).Id]
            : [];
    }

    private static TimeSpan? Offset(string typed)
    {
        var text = typed
            .ToUpperInvariant()
            .Replace("UTC", "", StringComparison.Ordinal)
            .Replace("GMT", "", StringComparison.Ordinal);
        return text.Trim() is ['+' or '-', .. var hours] && Clock.Parse(hours) is { } time
            ? text.Contains('-', StringComparison.Ordinal)
                ? -time.ToTimeSpan()
                : time.ToTimeSpan()
            : null;
    }

    private bool Shows(string id, TimeSpan offset) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.GetUtcOffset(time.GetUtcNow()) == offset;
}
