namespace AlertWorker.Bot;

/// <summary>One command of the conversation.</summary>
public interface IBotCommand
{
    /// <summary>Without the slash.</summary>
    string Name { get; }

    /// <summary>Does it.</summary>
    /// <param name="argument">What was typed after the command; empty for nothing.</param>
    /// <returns>The answer.</returns>
    Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation);
}
