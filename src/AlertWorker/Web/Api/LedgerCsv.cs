using System.Globalization;
using System.Text;
using AlertWorker.Storage;

namespace AlertWorker.Web;

/// <summary>
/// The ledger for a spreadsheet (RFC 4180, with a byte order mark so that every script is shown right). A text a spreadsheet would take for a
/// formula begins with an apostrophe: the quotes come from strangers.
/// </summary>
internal static class LedgerCsv
{
    private static readonly string[] Columns =
    [
        "at",
        "crossing",
        "effect",
        "rule",
        "reason",
        "status",
        "change",
        "scope",
        "direction",
        "stance",
        "cause",
        "certainty",
        "speaker",
        "role",
        "side",
        "kind",
        "evidence",
        "entry",
        "link",
    ];

    public static string Write(IEnumerable<LedgerLine> lines)
    {
        var csv = new StringBuilder("\uFEFF");
        Row(csv, Columns);
        foreach (var line in lines)
            Row(csv, Fields(line));
        return csv.ToString();
    }

    private static string?[] Fields(LedgerLine line)
    {
        var (step, claim) = (line.Step, line.Step.Claim);
        return
        [
            step.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            step.Crossing,
            step.Effect,
            step.Rule,
            step.Reason,
            Word(claim?.Status),
            Word(claim?.Change),
            Word(claim?.Scope),
            claim?.Direction?.ToString(),
            Word(claim?.Stance),
            claim?.Cause,
            Word(claim?.Certainty),
            claim?.Speaker.Name,
            claim?.Speaker.Role,
            claim?.Speaker.Side,
            Word(claim?.Speaker.Kind),
            claim?.Evidence.Text,
            step.EntryId,
            line.Link,
        ];
    }

    private static string? Word(Enum? value) => value?.ToString().ToLowerInvariant();

    private static void Row(StringBuilder csv, IEnumerable<string?> fields) =>
        csv.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    private static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var harmless = IsFormula(text) ? $"'{text}" : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Also behind blanks, and in the full-width forms some spreadsheets accept.</summary>
    private static bool IsFormula(string text) =>
        text[0] is '\t' or '\r' or '\n'
        || text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];
}
