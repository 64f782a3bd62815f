namespace AlertWorker.Bot;

/// <summary>Words that several commands understand.</summary>
internal static class Answers
{
    public const string Off = "off";

    /// <summary>True for "off", in English or in the chat's language.</summary>
    public static bool IsOff(string argument, BotChat chat) =>
        string.Equals(argument, Off, StringComparison.OrdinalIgnoreCase)
        || string.Equals(argument, chat.Say("bot.off"), StringComparison.OrdinalIgnoreCase);
}
