using AlertWorker.Alerts;
using AlertWorker.Configuration;
using AlertWorker.Crossings;

namespace AlertWorker.Channels;

/// <summary>What messages are made of besides the alert.</summary>
/// <param name="Crossings">By id.</param>
/// <param name="PublicUrl">How people reach the status page; null when they cannot.</param>
public sealed record MessageWorld(
    IReadOnlyDictionary<string, Crossing> Crossings,
    MessageCatalogs Catalogs,
    string? PublicUrl
)
{
    public static MessageWorld Of(WorkerConfiguration configuration) =>
        new(configuration.Crossings, configuration.Messages, configuration.Settings.Web.PublicUrl);

    /// <summary>An address below <see cref="PublicUrl"/>; null when there is none.</summary>
    public string? Link(string path) => PublicUrl is null ? null : $"{PublicUrl.TrimEnd('/')}/{path}";
}
