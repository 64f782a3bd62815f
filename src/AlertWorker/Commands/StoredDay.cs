using System.Runtime.CompilerServices;
using AlertWorker.Alerts;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Storage;

namespace AlertWorker.Commands;

/// <summary>Folds the claims of the store again, as they were read, by the rules of today.</summary>
internal sealed class StoredDay(ClaimArchive archive, WorkerConfiguration configuration)
{
    private readonly SimulatedClock _clock = new(new AlertDesk(configuration.Crossings, new FoldRules()));

    /// <summary>Statuses after what was played so far.</summary>
    public CrossingBook Book => _clock.Book;

    /// <summary>What everything that was read up to a moment led to, timers on the way included.</summary>
    public async IAsyncEnumerable<DeskOutcome> Play(
        DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        await foreach (var heard in archive.Read(DateTimeOffset.MinValue, until, null, configuration, stop))
        foreach (var outcome in _clock.Hear(heard))
            yield return outcome;
        foreach (var outcome in _clock.MoveTo(until))
            yield return outcome;
    }
}
