using System.Globalization;
using System.Text;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Commands;

/// <summary>A status as people read it in a terminal.</summary>
internal sealed class StatusText(IReadOnlyDictionary<string, Crossing> crossings, CrossingBook book, DateTimeOffset now)
{
    public string Of(Crossing crossing)
    {
        if (book[crossing.Id] is not { } status)
            return $"{crossing.Name} ({crossing.Id}): {Word(Status.Unknown)}";
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{crossing.Name} ({crossing.Id}): {Word(status.Headline).ToUpperInvariant()}"
        );
        if (status.Headline != Status.Unknown)
            text.Append(CultureInfo.InvariantCulture, $", {Word(status.Certainty)}");
        if (status.Disputed)
            text.Append(", disputed");
        if (status.Cause is { } cause)
            text.Append(CultureInfo.InvariantCulture, $" – {cause}");
        if (status is { Since: { } since, AsOf: { } asOf })
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n  since {TimeText.Of(since)} ({Length(now - since)}), last word {TimeText.Of(asOf)}"
            );
        foreach (var state in status.Flows.GroupBy(flow => flow.Value).OrderByDescending(group => group.Key))
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n  {Word(state.Key)}: {string.Join(", ", state.Select(flow => flow.Key))}"
            );
        if (status.Expected is { } expected)
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n  announced: {Word(expected.Target)} on {expected.Schedule.Text}"
            );
        if (status.Headline is Status.Closed or Status.Restricted && crossing.Alternatives.Count > 0)
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n  other ways: {string.Join(", ", crossing.Alternatives.Take(4).Select(Alternative))}"
            );
        return text.ToString();
    }

    private string Alternative(string id) =>
        $"{(crossings.TryGetValue(id, out var crossing) ? crossing.Name : id)} ({Word(book[id]?.Headline ?? Status.Unknown)})";

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Length(TimeSpan length) =>
        length.TotalHours < 1 ? $"{Math.Max(0, length.Minutes)} min"
        : length.TotalDays < 2 ? $"{(int)length.TotalHours} h"
        : $"{(int)length.TotalDays} days";
}
