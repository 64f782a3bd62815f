using System.Text;
using AlertWorker.Claims;

namespace AlertWorker.Commands;

/// <summary>A reading's trace as people read it.</summary>
internal static class TraceText
{
    /// <summary>A line for each clause, and under it what was seen in it.</summary>
    /// <param name="id">The entry's.</param>
    /// <param name="trace">How it was read.</param>
    public static string Of(string id, ReadingTrace trace)
    {
        var text = new StringBuilder().Append("entry ").Append(id).Append(", language ").AppendLine(trace.Language);
        if (trace.Clauses.Count == 0)
            text.AppendLine("  no crossing and no country's border is named");
        foreach (var clause in trace.Clauses)
        {
            text.Append("  | ").AppendLine(clause.Text.ReplaceLineEndings(" "));
            Add(text, "place", clause.Places);
            if (clause.Cues.Count > 0)
                Add(text, "cues", [string.Join("; ", clause.Cues)]);
            Add(text, "read", clause.Decisions);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string what, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            text.Append("      ").Append(what).Append(": ").AppendLine(line.ReplaceLineEndings(" "));
    }
}
