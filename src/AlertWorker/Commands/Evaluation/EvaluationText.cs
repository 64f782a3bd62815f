using System.Globalization;
using System.Text;

namespace AlertWorker.Commands.Evaluation;

/// <summary>The report for people.</summary>
internal static class EvaluationText
{
    public static string Of(EvaluationReport report)
    {
        var text = new StringBuilder();
        foreach (var fault in report.Faults)
        {
            Line(text, $"{fault.Entry, -12} {fault.Kind, -16} {fault.What}");
            foreach (var quote in fault.Evidence)
                Line(text, $"{"", 30}{quote.ReplaceLineEndings(" ")}");
        }
        Line(text, $"{"all", -14} {report.All}");
        foreach (var (language, tally) in report.Languages)
            Line(text, $"  {language, -12} {tally}");
        foreach (var (change, tally) in report.Changes)
            Line(text, $"  {change, -12} {tally}");
        Line(
            text,
            $"{report.Items} entries; false alarms on {report.Negatives} without anything to tell: {Percent(report.FalseAlarmRate)}"
        );
        Line(text, $"announcements found: {Percent(report.ScheduledRecall)}");
        var attributes = report.Attributes.Select(attribute => $"{attribute.Key} {Percent(attribute.Value)}");
        Line(text, $"of those right: {string.Join(", ", attributes)}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

    private static string Percent(double? share) =>
        share is { } known ? known.ToString("P1", CultureInfo.InvariantCulture) : "–";
}
