using System.Data.Common;
using AlertWorker.Alerts;
using AlertWorker.Crossings;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>Sets the status of a crossing right when an alert is taken back, with a line in the ledger.</summary>
public sealed class StatusCorrection(StatusStore statuses, BotWorld world)
{
    /// <summary>Corrects what still rests on the alert, in the transaction of its withdrawal.</summary>
    public async Task Apply(DbTransaction transaction, Alert alert, string why, DateTimeOffset now)
    {
        var desk = new AlertDesk(world.Crossings, new FoldRules());
        var outcome = desk.Correct(await statuses.BookToFold(transaction), alert, why, now);
        await LedgerStore.AddSteps(transaction, outcome.Steps);
        if (outcome.Changed.Count > 0)
            await StatusStore.Save(transaction, outcome.Changed, now);
    }
}
