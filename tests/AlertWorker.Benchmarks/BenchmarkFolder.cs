using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlertWorker.Benchmarks;

/// <summary>A configuration folder for a worker that is measured.</summary>
internal static class BenchmarkFolder
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes the configuration as it comes, with these feeds and everything stored in the folder.</summary>
    /// <param name="connection">A PostgreSQL database; null for SQLite.</param>
    public static void Write(string folder, IEnumerable<string> urls, string? connection = null)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "config");
        foreach (var file in Directory.EnumerateFiles(shipped, "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var settings = new
        {
            DataDirectory = Path.Combine(folder, "data"),
            Storage = new { Provider = connection is null ? "sqlite" : "postgres", ConnectionString = connection },
            Web = new { Urls = "http://127.0.0.1:0" },
            Http = new { AllowPrivateNetworks = true },
        };
        Write(folder, "appsettings.json", new { AlertWorker = settings });
        Write(folder, "corridors.json", new { corridors = Array.Empty<string>() });
        Write(folder, "subscribers.json", new { subscribers = Array.Empty<string>() });
        var feeds = urls.Select(
            (url, i) =>
                new
                {
                    id = $"feed-{i}",
                    name = $"feed-{i}",
                    url,
                    tier = "press",
                    publisher = "quiet",
                    every = "00:10:00",
                    fullText = "never",
                }
        );
        Write(folder, "feeds.json", new { feeds });
    }

    private static void Write<T>(string folder, string file, T value) =>
        File.WriteAllText(Path.Combine(folder, file), JsonSerializer.Serialize(value, Json));
}
