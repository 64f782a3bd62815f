using AlertWorker.Channels;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace AlertWorker.Bot;

/// <summary>The menu of commands that Telegram shows, in every language.</summary>
public sealed class CommandMenu(TelegramGate gate, BotWorld world)
{
    /// <summary>Registers it; a refusal is no harm, the commands work without.</summary>
    public async Task Register(CancellationToken cancellation)
    {
        foreach (var catalog in world.Catalogs.All)
        {
            BotCommand[] commands =
            [
                .. HelpCommand.Names.Select(name => new BotCommand
                {
                    Command = name,
                    Description = catalog.Plain($"command.{name}"),
                }),
            ];
            // The menu without a language is for everybody whose language has none of its own.
            var language = catalog == world.Catalogs.English ? null : catalog.Language;
            await gate.Ask<bool>(
                async (bot, patience) =>
                {
                    await bot.SetMyCommands(commands, languageCode: language, cancellationToken: patience);
                    return true;
                },
                cancellation
            );
        }
    }
}
