using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Bot;

/// <summary><c>/list</c>: what is watched and how, with buttons to remove and to change.</summary>
public sealed class ListCommand(BotWorld world, Subscriptions people) : IBotCommand
{
    /// <summary>Argument of the button that opens the choice of kinds.</summary>
    public const string AllKinds = "kinds";

    /// <summary>Argument of the button that leads back from there.</summary>
    public const string Back = "list";

    public string Name => "list";

    public Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation) =>
        Task.FromResult(Shown(chat));

    /// <summary>Turns a mode of traffic on or off; one always stays on.</summary>
    public Task<BotReply> ToggleFlow(BotChat chat, string mode, CancellationToken cancellation)
    {
        var flows = Toggled(chat.Person.Flows, Enum.Parse<FlowMode>(mode));
        return Change(chat, chat.Person with { Flows = flows }, Shown, cancellation);
    }

    /// <summary>Sets how sure an alert has to be.</summary>
    public Task<BotReply> SetCertainty(BotChat chat, string certainty, CancellationToken cancellation) =>
        Change(chat, chat.Person with { MinCertainty = Enum.Parse<Certainty>(certainty) }, Shown, cancellation);

    /// <summary>Opens the choice of kinds, leads back from it, or turns one on or off; one always stays on.</summary>
    public Task<BotReply> Kinds(BotChat chat, string argument, CancellationToken cancellation) =>
        argument switch
        {
            AllKinds => Task.FromResult(KindsOf(chat) with { InPlace = true }),
            Back => Task.FromResult(Shown(chat) with { InPlace = true }),
            _ => Change(
                chat,
                chat.Person with
                {
                    Kinds = Toggled(chat.Person.Kinds, Enum.Parse<AlertKind>(argument)),
                },
                KindsOf,
                cancellation
            ),
        };

    /// <summary>What the chat is told of, in a few words.</summary>
    internal static string What(BotChat chat)
    {
        var person = chat.Person;
        return string.Join(
            chat.Catalog.Plain("list.semicolon"),
            [
                Listed(chat, person.Flows.Select(flow => Flow(chat, flow))),
                Certain(chat, person.MinCertainty),
                .. person.Kinds.Count < Enum.GetValues<AlertKind>().Length
                    ? [Listed(chat, person.Kinds.Order().Select(kind => Kind(chat, kind)))]
                    : Array.Empty<string>(),
            ]
        );
    }

    private static string Listed(BotChat chat, IEnumerable<string> names) =>
        string.Join(chat.Catalog.Plain("list.comma"), names);

    private static IReadOnlyList<T> Toggled<T>(IReadOnlyList<T> on, T which) =>
        !on.Contains(which) ? [.. on, which]
        : on.Count > 1 ? [.. on.Except([which])]
        : on;

    private async Task<BotReply> Change(
        BotChat chat,
        Subscriber person,
        Func<BotChat, BotReply> show,
        CancellationToken cancellation
    )
    {
        await people.Save(person, cancellation);
        return show(chat with { Person = person }) with { InPlace = true };
    }

    private BotReply Shown(BotChat chat)
    {
        var watched = Selectors.Of(chat.Person).ToArray();
        if (watched.Length == 0)
            return BotReply.Of(chat, chat.Say("bot.list.empty"));
        var lines = watched
            .Select(selector => $"• {Selectors.Name(selector, chat.Catalog, world)}")
            .Prepend(chat.Say("bot.list"))
            .Append("")
            .Concat(Settings(chat));
        return BotReply.Of(chat, string.Join('\n', lines)) with
        {
            Buttons = [.. Switches(chat), .. UnwatchCommand.Buttons(chat, watched, world)],
        };
    }

    private static BotReply KindsOf(BotChat chat) =>
        BotReply.Of(chat, chat.Say("bot.kinds.ask")) with
        {
            Buttons =
            [
                .. Enum.GetValues<AlertKind>()
                    .Select(kind => new BotButton(
                        $"{(chat.Person.Kinds.Contains(kind) ? "☑" : "☐")} {Kind(chat, kind)}",
                        Verbs.Kind,
                        kind.ToString()
                    ))
                    .Chunk(2),
                [new BotButton(chat.Say("button.back"), Verbs.Kind, Back)],
            ],
        };

    private static IEnumerable<string> Settings(BotChat chat)
    {
        var person = chat.Person;
        yield return chat.Say("bot.list.what", ("what", What(chat)));
        yield return chat.Say("bot.list.language", ("language", chat.Catalog.Name), ("zone", person.TimeZone));
        yield return chat.Say(
            "bot.list.quiet",
            ("quiet", person.QuietHours is { } q ? Clock.Show(q, chat.Catalog) : chat.Say("bot.off"))
        );
        yield return chat.Say(
            "bot.list.digest",
            ("digest", person.Digest is { } digest ? Clock.Show(digest, chat.Catalog) : chat.Say("bot.off"))
        );
    }

    private static IEnumerable<IReadOnlyList<BotButton>> Switches(BotChat chat)
    {
        yield return
        [
            .. Enum.GetValues<FlowMode>()
                .Select(mode => new BotButton(
                    $"{(chat.Person.Flows.Contains(mode) ? "☑" : "☐")} {Flow(chat, mode)}",
                    Verbs.Flow,
                    mode.ToString()
                )),
        ];
        yield return
        [
            .. Enum.GetValues<Certainty>()
                .Select(certainty => new BotButton(
                    $"{(chat.Person.MinCertainty == certainty ? "◉" : "○")} {Certain(chat, certainty)}",
                    Verbs.Certainty,
                    certainty.ToString()
                )),
        ];
        yield return [new BotButton(chat.Say("button.kinds"), Verbs.Kind, AllKinds)];
    }

    private static string Flow(BotChat chat, FlowMode mode) =>
        chat.Say(mode == FlowMode.Cargo ? "flows.cargo" : "flows.people");

    private static string Certain(BotChat chat, Certainty certainty) =>
        chat.Say($"bot.certainty.{certainty.ToString().ToLowerInvariant()}");

    private static string Kind(BotChat chat, AlertKind kind) => chat.Say($"kind.{kind.ToString().ToLowerInvariant()}");
}
