using System.Globalization;
using AlertWorker.Alerts;

namespace AlertWorker.Bot;

/// <summary><c>/language [xx]</c>: the language of everything the bot says from now on.</summary>
public sealed class LanguageCommand(BotWorld world, Subscriptions people) : IBotCommand
{
    public string Name => "language";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        var meant = world.Catalogs.All.FirstOrDefault(catalog =>
            string.Equals(catalog.Language, argument, StringComparison.OrdinalIgnoreCase)
            || (argument.Length > 0 && Names(catalog).Select(NameFolding.Fold).Contains(NameFolding.Fold(argument)))
        );
        if (meant is null)
            return BotReply.Of(chat, chat.Say("bot.language.ask")) with
            {
                Buttons = StartCommand.Languages(world.Catalogs),
            };
        await people.Save(chat.Person with { Language = meant.Language }, cancellation);
        var now = chat with { Catalog = meant };
        return BotReply.Of(
            now,
            $"{now.Say("bot.language.done", ("language", meant.Name))}\n{now.Say("bot.start.next")}"
        );
    }

    /// <summary>Its own name, the parts of it, and the English one.</summary>
    private static IEnumerable<string> Names(MessageCatalog catalog) =>
        catalog.Name.Split('/').Append(catalog.Name).Append(CultureInfo.GetCultureInfo(catalog.Language).EnglishName);
}
