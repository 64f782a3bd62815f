using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Bot;

/// <summary>Does what a pressed button says. Its argument is looked for among what this chat could mean; anything else has expired.</summary>
public sealed class ButtonPresses(CommandList commands, BotWorld world, ChatAlerts alerts)
{
    /// <summary>The answer; null when the button means nothing any more.</summary>
    public async Task<BotReply?> Run(BotChat chat, char verb, string hash, CancellationToken cancellation) =>
        ButtonSeal.Find(hash, await Possible(chat, verb, cancellation)) is { } argument
            ? await (
                verb switch
                {
                    Verbs.Flow => commands.Get<ListCommand>().ToggleFlow(chat, argument, cancellation),
                    Verbs.Certainty => commands.Get<ListCommand>().SetCertainty(chat, argument, cancellation),
                    Verbs.Kind => commands.Get<ListCommand>().Kinds(chat, argument, cancellation),
                    _ => Command(verb).Run(chat, argument, cancellation),
                }
            )
            : null;

    private IBotCommand Command(char verb) =>
        verb switch
        {
            Verbs.Watch => commands.Get<WatchCommand>(),
            Verbs.Unwatch => commands.Get<UnwatchCommand>(),
            Verbs.Status => commands.Get<StatusCommand>(),
            Verbs.History => commands.Get<HistoryCommand>(),
            Verbs.Language => commands.Get<LanguageCommand>(),
            Verbs.Zone => commands.Get<TimezoneCommand>(),
            Verbs.Quiet => commands.Get<QuietCommand>(),
            Verbs.Digest => commands.Get<DigestCommand>(),
            Verbs.Mute => commands.Get<MuteCommand>(),
            _ => commands.Get<WhyCommand>(),
        };

    private async Task<IEnumerable<string>> Possible(BotChat chat, char verb, CancellationToken cancellation) =>
        verb switch
        {
            Verbs.Watch or Verbs.Status or Verbs.History => world.Crossings.Keys,
            Verbs.Unwatch => Selectors.Of(chat.Person),
            Verbs.Language => world.Catalogs.All.Select(catalog => catalog.Language),
            Verbs.Zone => TimezoneCommand.All,
            Verbs.Flow => Enum.GetNames<FlowMode>(),
            Verbs.Certainty => Enum.GetNames<Certainty>(),
            Verbs.Kind => Enum.GetNames<AlertKind>().Append(ListCommand.AllKinds).Append(ListCommand.Back),
            Verbs.Quiet => QuietCommand.Offers,
            Verbs.Digest => DigestCommand.Offers,
            Verbs.Mute => await alerts.Incidents(chat, cancellation),
            Verbs.Why => await alerts.Newest(chat, cancellation),
            _ => [],
        };
}
