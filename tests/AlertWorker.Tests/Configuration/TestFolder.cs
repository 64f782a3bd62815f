using AlertWorker.House;

namespace AlertWorker.Configuration;

/// <summary>A configuration folder of one feed and two crossings that is in order until a test changes it.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder()
    {
        Directory.CreateDirectory(Path);
        Write("appsettings.json", """{ "AlertWorker": {} }""");
        Write(
            "feeds.json",
            """{ "feeds": [ { "id": "dawn", "name": "Dawn", "url": "https://www.dawn.com/feeds/home", "tier": "press", "publisher": "dawn", "every": "00:10:00" } ] }"""
        );
        Write("subscribers.json", """{ "subscribers": [] }""");
        Write(
            "corridors.json",
            """{ "corridors": [ { "id": "karachi-kabul", "name": "Karachi–Kabul", "crossings": ["torkham"] } ] }"""
        );
        Write(
            "crossings/pakistan.json",
            """{ "crossings": [ { "id": "torkham", "name": "Torkham", "countries": ["PK", "AF"], "alternatives": ["chaman-spin-boldak"] }, { "id": "chaman-spin-boldak", "name": "Chaman", "countries": ["PK", "AF"], "lat": null } ] }"""
        );
        foreach (var file in Repository.Files("config/messages", "*.json"))
            Write($"messages/{System.IO.Path.GetFileName(file)}", File.ReadAllText(Repository.Path(file)));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("aw-config-").FullName;

    public string Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public ConfigReading Read(params (string Name, string Value)[] environment) =>
        ConfigFolder.Read(Path, environment.ToDictionary(variable => variable.Name, variable => variable.Value));

    /// <summary>The lines <c>check</c> would print.</summary>
    public IReadOnlyList<string> Faults(params (string Name, string Value)[] environment) =>
        [.. Read(environment).Faults.Select(fault => fault.ToString())];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
