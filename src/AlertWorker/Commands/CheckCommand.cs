using System.CommandLine;
using AlertWorker.Configuration;

namespace AlertWorker.Commands;

/// <summary><c>check</c>: every fault of the configuration, one a line.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new Command("check", "Reads the whole configuration and reports every fault.");
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var folder = ConfigOption.Folder(parsed);
        var reading = ConfigFolder.Read(folder, ConfigFolder.ProcessEnvironment());
        foreach (var fault in reading.Faults)
            Console.Out.WriteLine(fault);
        foreach (var warning in reading.Warnings)
            Console.Error.WriteLine($"warning: {warning}");
        if (reading.Faults.Count > 0 || reading.Value is not { } configuration)
            return CommandLine.Failed;
        var on = configuration.Feeds.Count(feed => feed.Enabled);
        Console.Error.WriteLine(
            $"{ConfigFolder.Find(folder)} is in order: {on} feeds on, {configuration.Feeds.Count - on} off, {configuration.Crossings.Count} crossings, "
                + $"{configuration.Lexicons.Count} languages, {configuration.Subscribers.Count} subscribers."
        );
        return CommandLine.Done;
    }
}
