using System.Collections;

namespace AlertWorker.Configuration;

/// <summary>The configuration folder: where it is and what it says.</summary>
public static class ConfigFolder
{
    /// <summary>Looks the folder up from the working directory, then beside the executable; null when it is in neither place.</summary>
    public static string? Find(string folder) =>
        new[] { Environment.CurrentDirectory, AppContext.BaseDirectory }
            .Select(root => Path.GetFullPath(folder, root))
            .FirstOrDefault(Directory.Exists);

    /// <summary>Reads and checks the whole folder.</summary>
    /// <param name="folder">The folder; relative paths are looked up by <see cref="Find"/>.</param>
    /// <param name="environment">Variables; those named <c>AlertWorker__…</c> override appsettings.json.</param>
    /// <param name="before">What the folder said before, without fault: files that are as they were need no second check.</param>
    /// <returns>The configuration, or every fault there is. Never throws for what is in the folder.</returns>
    public static ConfigReading Read(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        WorkerConfiguration? before = null
    )
    {
        if (Find(folder) is { } found)
            return new ConfigReader(found, environment, before).Read();
        var problem =
            $"there is no such folder in {Environment.CurrentDirectory} or {AppContext.BaseDirectory}; name it with --config";
        return new ConfigReading(null, [new ConfigFault(folder, "", problem)], [], [], "");
    }

    /// <summary>The variables of this process.</summary>
    public static IReadOnlyDictionary<string, string> ProcessEnvironment() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(
                variable => (string)variable.Key,
                variable => (string?)variable.Value ?? "",
                StringComparer.Ordinal
            );
}
