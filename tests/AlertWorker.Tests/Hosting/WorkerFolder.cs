using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlertWorker.House;

namespace AlertWorker.Hosting;

/// <summary>A configuration folder like the shipped one, with the feeds of a test and everything it stores in a folder of its own.</summary>
internal sealed class WorkerFolder : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public WorkerFolder()
    {
        foreach (var file in Repository.Files("config", "*.json"))
            Write(file["config/".Length..], File.ReadAllText(Repository.Path(file)));
        Write(
            "appsettings.json",
            $$"""
            { "AlertWorker": { "DataDirectory": {{JsonSerializer.Serialize(
                Data
            )}}, "Web": { "Urls": "http://127.0.0.1:0" },
              "Http": { "AllowPrivateNetworks": true } } }
            """
        );
        Write("corridors.json", """{ "corridors": [] }""");
        Write("subscribers.json", """{ "subscribers": [] }""");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("alertworker-worker-").FullName;

    public string Data => System.IO.Path.Combine(Path, "data");

    /// <summary>What overrides the folder's appsettings.json.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes feeds.json: id, address and interval of each; press, each a family of its own.</summary>
    public WorkerFolder Feeds(params (string Id, Uri Url, TimeSpan Every)[] feeds)
    {
        var blocks = feeds.Select(feed => new JsonObject
        {
            ["id"] = feed.Id,
            ["name"] = feed.Id,
            ["url"] = feed.Url.AbsoluteUri,
            ["tier"] = "press",
            ["publisher"] = feed.Id,
            ["every"] = feed.Every.ToString("c", CultureInfo.InvariantCulture),
            ["fullText"] = "never",
        });
        return Write("feeds.json", new JsonObject { ["feeds"] = new JsonArray([.. blocks]) }.ToJsonString(Json));
    }

    public WorkerFolder Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public Task<WorkerHost> Open() => WorkerHost.Open(Path, Environment);

    public async Task<WorkerHost> Start()
    {
        var worker = await Open();
        await worker.Start();
        return worker;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
