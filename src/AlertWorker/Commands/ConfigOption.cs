using System.CommandLine;
using AlertWorker.Configuration;

namespace AlertWorker.Commands;

/// <summary><c>--config DIR</c>, before or after the command.</summary>
internal static class ConfigOption
{
    public static Option<string> Instance { get; } =
        new("--config")
        {
            Description = "The configuration folder, looked up from the working directory, then beside the executable.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "config",
            Recursive = true,
        };

    /// <summary>The folder as given.</summary>
    public static string Folder(ParseResult parsed) => parsed.GetRequiredValue(Instance);

    /// <summary>The configuration the command works with.</summary>
    /// <exception cref="ConfigException">It cannot be used.</exception>
    public static WorkerConfiguration Read(ParseResult parsed)
    {
        var reading = ConfigFolder.Read(Folder(parsed), ConfigFolder.ProcessEnvironment());
        return reading.Value ?? throw new ConfigException(reading.Faults);
    }
}
