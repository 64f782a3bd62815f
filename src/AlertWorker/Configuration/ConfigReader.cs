using System.Text.Json;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Configuration;

/// <summary>Reads one folder once. Every file is checked whatever is wrong with the others; values are bound only when nothing is.</summary>
internal sealed class ConfigReader(
    string folder,
    IReadOnlyDictionary<string, string> environment,
    WorkerConfiguration? before
)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    private readonly FaultList _faults = new();
    private readonly Secrets _secrets = new(folder);

    public ConfigReading Read()
    {
        var mark = Fingerprint.OfFolder(folder); // before reading: what changes meanwhile is then seen as a change
        var settings = ReadSettings();
        var allowPrivate = settings?["Http"]?["AllowPrivateNetworks"]?.IsTrue ?? false;
        var feeds = ReadFile(ConfigFiles.Feeds, ConfigSchema.Feeds, required: true);
        if (feeds is not null)
            FeedCheck.Run(feeds, allowPrivate);
        var crossings = ReadCrossings();
        var corridors = ReadCorridors(crossings);
        var lexicons = ReadEach(
            ConfigFiles.LanguagesFolder,
            null,
            Lexicon.Parse,
            lexicon => lexicon.Language,
            before?.Lexicons
        );
        var messages = ReadMessages();
        var subscribers = ReadSubscribers(crossings, corridors, allowPrivate);
        WarningCheck.Run(settings, subscribers);

        var bound = _faults.Unusable || settings is null ? new Settings() : ConfigJson.Bind<Settings>(settings.Value);
        var value = _faults.Unusable
            ? null
            : new WorkerConfiguration
            {
                Settings = bound,
                Marks = ConfigMarks.Of(folder, Fingerprint.Files(folder), bound),
                Feeds = [.. (feeds?["feeds"]?.Items ?? []).Select(feed => ConfigJson.Bind<FeedOptions>(feed.Value))],
                Crossings = crossings
                    .Select(crossing => ConfigJson.Bind<Crossing>(crossing.Value))
                    .ToDictionary(crossing => crossing.Id, StringComparer.Ordinal),
                Lexicons = [.. lexicons.Values],
                Messages = new MessageCatalogs(messages.Values),
                Corridors = [.. corridors.Select(corridor => ConfigJson.Bind<Corridor>(corridor.Value))],
                Subscribers = [.. subscribers.Select(subscriber => ConfigJson.Bind<Subscriber>(subscriber.Value))],
            };
        return new ConfigReading(
            value,
            _faults.Faults,
            _faults.Warnings,
            _secrets.Files,
            mark + Fingerprint.OfFiles(_secrets.Files)
        );
    }

    /// <summary>The block <c>AlertWorker</c> with overrides and secrets in place; null when the file cannot be parsed.</summary>
    private ConfigNode? ReadSettings()
    {
        var root = Exists(ConfigFiles.Settings)
            ? Parse(ConfigFiles.Settings)
            : new ConfigNode(_faults, ConfigFiles.Settings, "", Nothing);
        if (root is null)
            return null;
        root = EnvironmentOverrides.Apply(root, environment);
        ConfigSchema.AppSettings.Check(root);
        var settings = root["AlertWorker"];
        foreach (
            var (section, key) in new[]
            {
                ("Storage", "ConnectionString"),
                ("Telegram", "BotToken"),
                ("Telegram", "WebhookSecret"),
                ("Email", "Password"),
            }
        )
            settings = Secret(settings, section, key);
        if (settings?["Email"] is not null and var email)
            settings = settings.With(
                "Email",
                ConfigJson.Compact(Secret(Secret(email, "Dkim", "PrivateKey"), "Bounces", "Password")!.Value)
            );
        if (settings is not null)
            SettingsCheck.Run(settings);
        return settings;
    }

    /// <summary>The block with a secret of one of its sections in place.</summary>
    private ConfigNode? Secret(ConfigNode? parent, string section, string key) =>
        parent?[section] is { } block
            ? parent.With(section, ConfigJson.Compact(_secrets.Resolve(block, key).Value))
            : parent;

    private List<ConfigNode> ReadCrossings()
    {
        var files = FilesIn(ConfigFiles.CrossingsFolder);
        if (files.Count == 0)
            _faults.Add(
                ConfigFiles.CrossingsFolder,
                "",
                "there is no *.json file in this folder; at least one with crossings is needed"
            );
        var crossings = files
            .Select(file => ReadFile(file, ConfigSchema.Crossings, required: true))
            .SelectMany(root => root?["crossings"]?.Items ?? [])
            .ToList();
        CrossingCheck.Run(crossings);
        return crossings;
    }

    private List<ConfigNode> ReadCorridors(IReadOnlyList<ConfigNode> crossings)
    {
        var root = ReadFile(ConfigFiles.Corridors, ConfigSchema.Corridors, required: false);
        var corridors = root?["corridors"]?.Items.ToList() ?? [];
        CommonChecks.Unique(corridors, "corridor");
        var known = CommonChecks.Ids(crossings);
        foreach (var corridor in corridors)
            CommonChecks.Known(corridor["crossings"], known, "crossing");
        return corridors;
    }

    private List<ConfigNode> ReadSubscribers(
        IReadOnlyList<ConfigNode> crossings,
        IReadOnlyList<ConfigNode> corridors,
        bool allowPrivate
    )
    {
        var root = ReadFile(ConfigFiles.Subscribers, ConfigSchema.Subscribers, required: false);
        var subscribers = (root?["subscribers"]?.Items ?? [])
            .Select(block => _secrets.Resolve(block, "secret"))
            .ToList();
        new SubscriberCheck(
            CommonChecks.Ids(crossings),
            CommonChecks.Ids(corridors),
            CrossingCheck.Countries(crossings),
            FilesIn(ConfigFiles.MessagesFolder)
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .ToHashSet(StringComparer.Ordinal),
            allowPrivate
        ).Run(subscribers);
        return subscribers;
    }

    private Dictionary<string, MessageCatalog> ReadMessages()
    {
        const string English = $"{ConfigFiles.MessagesFolder}/{MessageCheck.Reference}.json";
        if (!Exists(English))
            _faults.Add(English, "", "the file is missing; every other language falls back to it");
        var messages = ReadEach(
            ConfigFiles.MessagesFolder,
            ConfigSchema.Messages,
            MessageCatalog.Parse,
            catalog => catalog.Language,
            known: null // English stands in for what was missing in these
        );
        MessageCheck.Run(_faults, messages);
        return messages;
    }

    /// <summary>Reads a folder of one file per language with the reader of the room that owns it.</summary>
    private Dictionary<string, T> ReadEach<T>(
        string subfolder,
        ConfigSchema? schema,
        Func<string, T> parse,
        Func<T, string> language,
        IReadOnlyList<T>? known
    )
    {
        var read = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var file in FilesIn(subfolder))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (known is not null && IsAsBefore(file))
            {
                read[name] = known.Single(value => language(value) == name);
                continue;
            }
            if (Parse(file) is not { } root || !(schema is null || Check(root, schema)))
                continue;
            try
            {
                var value = parse(JsonSerializer.Serialize(root.Value));
                if (language(value) != name)
                    _faults.Add(file, "language", $"is '{language(value)}', but the file is named for '{name}'");
                read[name] = value;
            }
            catch (JsonException fault)
            {
                _faults.Add(file, fault.Path?.TrimStart('$', '.') ?? "", ConfigJson.Explain(fault));
            }
        }
        return read;
    }

    private ConfigNode? ReadFile(string file, ConfigSchema schema, bool required)
    {
        if (!Exists(file))
        {
            if (required)
                _faults.Add(file, "", "the file is missing");
            return null;
        }
        var root = Parse(file);
        if (root is not null)
            Check(root, schema);
        return root;
    }

    /// <summary>True when the file is as its schema wants it, or was found so before.</summary>
    private bool Check(ConfigNode root, ConfigSchema schema) => IsAsBefore(root.File) || schema.Check(root);

    private bool IsAsBefore(string file) =>
        before is not null && before.Marks.GetValueOrDefault(file) == ConfigMarks.OfFile(folder, file);

    private ConfigNode? Parse(string file)
    {
        try
        {
            return ConfigJson.Parse(_faults, file, File.ReadAllBytes(Path.Combine(folder, file)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _faults.Add(file, "", "the file cannot be read by this user");
            return null;
        }
    }

    private bool Exists(string file) => File.Exists(Path.Combine(folder, file));

    private List<string> FilesIn(string subfolder)
    {
        var path = Path.Combine(folder, subfolder);
        return Directory.Exists(path)
            ?
            [
                .. Directory
                    .EnumerateFiles(path, "*.json")
                    .Select(file => $"{subfolder}/{Path.GetFileName(file)}")
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }
}
