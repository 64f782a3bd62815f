using System.Runtime.CompilerServices;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Commands;

/// <summary>Plays recorded entries through reading, fold and desk on a simulated clock; sends nothing, stores nothing.</summary>
internal sealed class ReplayDay(ClaimReader reader, IReadOnlyDictionary<string, Crossing> crossings, FoldRules rules)
{
    private readonly SimulatedClock _clock = new(new AlertDesk(crossings, rules));

    /// <summary>Statuses after the lines played so far.</summary>
    public CrossingBook Book => _clock.Book;

    /// <summary>What each line leads to, timers on the way first.</summary>
    public async IAsyncEnumerable<DeskOutcome> Play(
        IAsyncEnumerable<ReplayLine> lines,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        await foreach (var line in lines.WithCancellation(stop))
        {
            foreach (var outcome in _clock.MoveTo(line.At))
                yield return outcome;
            if (line.Entry is { } entry)
                yield return _clock.Take(Testimonies(entry));
        }
    }

    private List<Testimony> Testimonies(EntryLine line) =>
        [
            .. reader
                .Read(line.Entry, line.Source, _clock.Now)
                .Claims.Select(claim => new Testimony(claim, line.Entry, line.Source, _clock.Now)),
        ];
}
