namespace AlertWorker.Configuration;

/// <summary>Names of the files in the folder, as faults name them.</summary>
internal static class ConfigFiles
{
    public const string Settings = "appsettings.json";
    public const string Feeds = "feeds.json";
    public const string Subscribers = "subscribers.json";
    public const string Corridors = "corridors.json";
    public const string CrossingsFolder = "crossings";
    public const string LanguagesFolder = "languages";
    public const string MessagesFolder = "messages";

    /// <summary>Where a fault stands that an environment variable brought in.</summary>
    public const string Environment = "environment";
}
