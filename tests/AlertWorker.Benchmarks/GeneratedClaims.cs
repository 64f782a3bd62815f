using System.Globalization;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using AlertWorker.Entries;

namespace AlertWorker.Benchmarks;

/// <summary>Polls of many papers over many crossings for weeks, the same in every run.</summary>
/// <param name="crossings">How many crossings there are.</param>
internal sealed class GeneratedClaims(int crossings)
{
    private const int EntriesPerPoll = 20;
    private const int Papers = 40;

    private static readonly string[] Words =
        "border crossing remained closed trade Thursday officials both sides met while trucks loaded fruit waited long queues customs terminal according traders clearing agents who spoke newspaper after talks failed again and drivers slept beside the road near bazaar hotel river bridge commissioner ministry permit".Split(
            ' '
        );

    private readonly Random random = new(20210714);
    private DateTimeOffset clock = new(2024, 3, 4, 0, 0, 0, TimeSpan.Zero);
    private int entries;

    public IReadOnlyDictionary<string, Crossing> Crossings { get; } =
        Enumerable.Range(0, crossings).Select(Crossing).ToDictionary(crossing => crossing.Id, StringComparer.Ordinal);

    /// <summary>The next poll: twenty stories of one paper, one in ten hours late, each on one to three crossings.</summary>
    public (IReadOnlyList<Testimony> Batch, DateTimeOffset Now) Next()
    {
        clock += TimeSpan.FromMinutes(2);
        var paper = random.Next(Papers);
        var tier = paper % 8 == 0 ? SourceTier.Official : SourceTier.Press;
        var side = tier == SourceTier.Official ? Country(paper) : null;
        var source = new Source($"paper-{paper}", $"Paper {paper}", tier, $"house-{paper}", side);
        var batch = new List<Testimony>(EntriesPerPoll * 2);
        for (var i = 0; i < EntriesPerPoll; i++)
        {
            var lag = random.Next(10) == 0 ? TimeSpan.FromHours(random.Next(1, 8)) : TimeSpan.FromMinutes(1);
            var entry = new Entry
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"entry-{++entries}"),
                Title = Sentence(9),
                Content = $"{Sentence(60)} “{Sentence(8)}”, {Sentence(60)} {entries}.",
                PublishedUtc = clock - lag,
            };
            for (var claim = random.Next(1, 4); claim > 0; claim--)
                batch.Add(new Testimony(Claim(), entry, source, clock));
        }
        return (batch, clock);
    }

    private Claim Claim()
    {
        var id = random.Next(crossings);
        var shut = IsShut(id);
        var (status, change, stance) = random.Next(20) switch
        {
            0 => (shut ? Status.Open : Status.Closed, shut ? Change.Reopening : Change.Closure, Stance.Asserted),
            1 or 2 => ((Status?)null, Change.Reopening, Stance.Asked),
            3 when shut => (null, Change.Reopening, Stance.Planned),
            < 8 => (Status.Closed, Change.Closure, Stance.Past),
            _ when shut => (Status.Closed, Change.Closure, Stance.Asserted),
            _ => (Status.Open, random.Next(2) == 0 ? Change.Reopening : Change.None, Stance.Asserted),
        };
        var official = random.Next(3) == 0;
        return new Claim
        {
            Crossing = Id(id),
            Status = status,
            Change = change,
            Stance = stance,
            Scope = random.Next(2) == 0 ? Scope.Trade : Scope.NotSaid,
            Ongoing = status == Status.Closed && random.Next(2) == 0,
            Scheduled = stance == Stance.Planned ? new Schedule(clock.AddHours(20), DayOnly: true, "tomorrow") : null,
            Speaker = official
                ? new Speaker(null, "commissioner", Country(id / 5), SpeakerKind.Official)
                : Speaker.Outlet,
            Certainty = official ? Certainty.Likely : Certainty.Possible,
            Evidence = new Evidence("the crossing remained closed for trade on Thursday", 0, 50),
            Alerting = true,
        };
    }

    /// <summary>How things are: every gate is shut for days and open for days; one story in twenty has it wrong.</summary>
    private bool IsShut(int crossing) => ((clock.DayOfYear / 3) + crossing) % 3 == 0;

    private string Sentence(int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    private static Crossing Crossing(int number) =>
        new()
        {
            Id = Id(number),
            Name = Id(number),
            Countries = [Country(number / 5), Country((number / 5) + 1)],
            Latitude = number % 60,
            Longitude = number % 170,
            Alternatives = [Id(number ^ 1)],
        };

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"crossing-{number}");

    private static string Country(int number) => $"{(char)('A' + (number / 26 % 26))}{(char)('A' + (number % 26))}";
}
