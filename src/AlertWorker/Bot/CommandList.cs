namespace AlertWorker.Bot;

/// <summary>Every command of the conversation: one line each.</summary>
public sealed class CommandList(BotParts parts)
{
    public IReadOnlyList<IBotCommand> All { get; } =
    [
        new StartCommand(parts.World, parts.People),
        new HelpCommand(),
        new WatchCommand(parts.World, parts.People, parts.Statuses),
        new UnwatchCommand(parts.World, parts.People),
        new ListCommand(parts.World, parts.People),
        new StatusCommand(parts.World, parts.Statuses, parts.Teller),
        new HistoryCommand(parts.World, parts.History),
        new MuteCommand(parts.World, parts.People, parts.Alerts),
        new QuietCommand(parts.People),
        new DigestCommand(parts.People),
        new LanguageCommand(parts.World, parts.People),
        new TimezoneCommand(parts.World, parts.People, parts.Time),
        new WhyCommand(parts.World, parts.Alerts),
        new WrongCommand(parts.World, parts.Alerts, parts.Operators, parts.ForOperators.Cases),
        new StopCommand(parts.People),
        new PrivacyCommand(),
        new FeedsCommand(parts.World, parts.ForOperators),
        new DeadLettersCommand(parts.World, parts.ForOperators),
        new SayCommand(parts.World, parts.ForOperators),
        new CorrectCommand(parts.World, parts.Alerts, parts.ForOperators),
    ];

    /// <summary>The command of that name; null for none.</summary>
    public IBotCommand? Find(string name) =>
        All.FirstOrDefault(command => string.Equals(command.Name, name, StringComparison.OrdinalIgnoreCase));

    public T Get<T>()
        where T : IBotCommand => All.OfType<T>().Single();
}
