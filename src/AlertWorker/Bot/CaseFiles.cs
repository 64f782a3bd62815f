using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlertWorker.Alerts;
using AlertWorker.Entries;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>
/// What readers reported as false or missed, as files that <c>evaluate</c> reads: <c>cases/*.jsonl</c> in the data directory, a line an entry,
/// <c>expected</c> empty for a false alert. Who reported it is not kept.
/// </summary>
public sealed class CaseFiles(BotWorld world, EntryStore entries, TimeProvider time)
{
    /// <summary>Beyond this nobody reads them anyhow, and a stranger could fill the disk.</summary>
    private const int Most = 500;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Files a case.</summary>
    /// <param name="alert">The false alert; null for a missed one.</param>
    /// <param name="crossing">Id of the crossing it is about; null when nobody knows.</param>
    /// <param name="said">The reader's words, one line.</param>
    /// <returns>The file; null when there are too many.</returns>
    public async Task<string?> File(Alert? alert, string? crossing, string said, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(world.Configuration.Settings.DataDirectory, "cases"));
        if (folder.EnumerateFiles("*.jsonl").Take(Most).Count() == Most)
            return null;
        var label = alert is null ? "missed" : "false";
        var now = time.GetUtcNow();
        var lines = new List<JsonObject>();
        foreach (var id in alert?.Because ?? [])
            lines.AddRange((await entries.Find(id, cancellation)).Take(1).Select(Line));
        if (lines.Count == 0)
            lines.Add(new JsonObject { ["id"] = $"{label}-{now.ToUnixTimeMilliseconds()}", ["title"] = said });
        foreach (var line in lines)
        {
            if (alert is not null)
                line["expected"] = new JsonArray();
            line["label"] = label;
            line["alert"] = alert?.Id;
            line["crossing"] = crossing;
            line["said"] = said;
        }
        var file = Path.Combine(
            folder.FullName,
            string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd-HHmmssfff}-{label}.jsonl")
        );
        await System.IO.File.WriteAllLinesAsync(file, lines.Select(line => line.ToJsonString(Json)), cancellation);
        return file;
    }

    private static JsonObject Line(StoredEntry stored)
    {
        var entry = stored.Entry;
        return new JsonObject
        {
            ["id"] = entry.Id,
            ["url"] = entry.Link,
            ["published"] = (entry.PublishedUtc ?? stored.FirstSeen).ToString("O", CultureInfo.InvariantCulture),
            ["lang"] = entry.Language,
            ["title"] = entry.Title,
            ["text"] = entry.Content ?? entry.Summary,
            ["source"] = stored.Feed,
        };
    }
}
