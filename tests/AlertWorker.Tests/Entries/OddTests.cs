using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AlertWorker.Entries;

/// <summary>Hundreds of small oddities, a line each: Corpus/odd/documents.jsonl and Corpus/odd/dates.tsv.</summary>
public sealed class OddTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 23, 0, 0, TimeSpan.Zero);

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus", "odd");

    private static readonly Dictionary<string, JsonElement> Lines = File.ReadLines(
            Path.Combine(Folder, "documents.jsonl")
        )
        .Select(line => JsonElement.Parse(line))
        .ToDictionary(line => line.GetProperty("case").GetString()!, StringComparer.Ordinal);

    public static TheoryData<string> Documents => [.. Lines.Keys];

    public static TheoryData<string, string> Dates
    {
        get
        {
            var dates = new TheoryData<string, string>();
            foreach (var line in File.ReadLines(Path.Combine(Folder, "dates.tsv")))
                dates.Add(line.Split('\t')[0], line.Split('\t')[1]);
            return dates;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_odd_document_is_read_as_a_person_would(string name)
    {
        var line = Lines[name];
        var expect = line.GetProperty("expect");

        var document = FeedReader.Read(
            Text(line, "document") is { } text
                ? Encoding.UTF8.GetBytes(text)
                : Convert.FromBase64String(Text(line, "base64")!),
            new FeedHints
            {
                ContentType = Text(line, "contentType"),
                BaseUrl = Text(line, "url"),
                Now = Now,
            }
        );

        if (expect.TryGetProperty("feed", out var feed))
            Check(feed, document.Feed);
        if (!expect.TryGetProperty("entries", out var entries))
            return;
        Assert.Equal(entries.GetArrayLength(), document.Entries.Count);
        foreach (var (wanted, entry) in entries.EnumerateArray().Zip(document.Entries))
            Check(wanted, entry);
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void An_odd_date_is_read_or_refused(string text, string expected)
    {
        var date = FeedDate.Read(text, TimeZoneInfo.Utc, Now, out _);

        Assert.Equal(expected, date?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-");
    }

    private static void Check<T>(JsonElement expected, T value)
    {
        var actual = JsonSerializer.SerializeToElement(value, JsonSerializerOptions.Web);
        foreach (var field in expected.EnumerateObject())
            Assert.Equal((field.Name, field.Value.ToString()), (field.Name, Shown(actual.GetProperty(field.Name))));
    }

    /// <summary>Times without the offset, which is always that of UTC.</summary>
    private static string Shown(JsonElement value) => value.ToString().Replace("+00:00", "Z", StringComparison.Ordinal);

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) ? value.GetString() : null;
}
