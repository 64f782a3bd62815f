using System.Globalization;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Bot;

/// <summary><c>/list</c>: what is watched and how, with buttons to remove and to change.</summary>
public sealed class ListCommand(BotWorld world, Subscriptions people) : IBotCommand
{
    public string Name => "list";

    public Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        var person = chat.Person;
        var watched = Selectors.Of(person).ToArray();
        if (watched.Length == 0)
            return Task.FromResult(BotReply.Of(chat, chat.Say("bot.list.empty")));
        var lines = watched
            .Select(selector => $"• {Selectors.Name(selector, chat, world)}")
            .Prepend(chat.Say("bot.list"))
            .Append("")
            .Concat(Settings(chat));
        return Task.FromResult(
            BotReply.Of(chat, string.Join('\n', lines)) with
            {
                Buttons = [.. Switches(chat), .. UnwatchCommand.Buttons(chat, watched, world)],
            }
        );
    }

    /// <summary>Turns a mode of traffic on or off; one always stays on.</summary>
    public Task<BotReply> ToggleFlow(BotChat chat, string mode, CancellationToken cancellation)
    {
        var flow = Enum.Parse<FlowMode>(mode);
        var flows = chat.Person.Flows.Contains(flow)
            ? chat.Person.Flows.Where(f => f != flow).ToArray()
            : [.. chat.Person.Flows, flow];
        return Change(chat, flows.Length == 0 ? chat.Person : chat.Person with { Flows = flows }, cancellation);
    }

    /// <summary>Sets how sure an alert has to be.</summary>
    public Task<BotReply> SetCertainty(BotChat chat, string certainty, CancellationToken cancellation) =>
        Change(chat, chat.Person with { MinCertainty = Enum.Parse<Certainty>(certainty) }, cancellation);

    private async Task<BotReply> Change(BotChat chat, Subscriber person, CancellationToken cancellation)
    {
        await people.Save(person, cancellation);
        return await Run(chat with { Person = person }, "", cancellation) with { InPlace = true };
    }

    private static IEnumerable<string> Settings(BotChat chat)
    {
        var person = chat.Person;
        yield return chat.Say("bot.list.language", ("language", chat.Catalog.Name), ("zone", person.TimeZone));
        yield return chat.Say(
            "bot.list.quiet",
            ("quiet", person.QuietHours is { } q ? $"{Hour(q.From)}–{Hour(q.To)}" : chat.Say("bot.off"))
        );
        yield return chat.Say(
            "bot.list.digest",
            ("digest", person.Digest is { } digest ? Hour(digest) : chat.Say("bot.off"))
        );
    }

    private static IEnumerable<IReadOnlyList<BotButton>> Switches(BotChat chat)
    {
        yield return
        [
            .. Enum.GetValues<FlowMode>()
                .Select(mode => new BotButton(
                    $"{(chat.Person.Flows.Contains(mode) ? "☑" : "☐")} {chat.Say(mode == FlowMode.Cargo ? "flows.cargo" : "flows.people")}",
                    Verbs.Flow,
                    mode.ToString()
                )),
        ];
        yield return
        [
            .. Enum.GetValues<Certainty>()
                .Select(certainty => new BotButton(
                    $"{(chat.Person.MinCertainty == certainty ? "◉" : "○")} {chat.Say($"bot.certainty.{certainty.ToString().ToLowerInvariant()}")}",
                    Verbs.Certainty,
                    certainty.ToString()
                )),
        ];
    }

    private static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
