using System.Data.Common;
using AlertWorker.Alerts;
using AlertWorker.Crossings;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>Sets the status of a crossing right when an alert is taken back, with a line in the ledger.</summary>
public sealed class StatusCorrection(StatusStore statuses, BotWorld world)
{
    /// <summary>What the crossing is when what still rests on the alert is corrected; nothing is stored yet.</summary>
    public async Task<DeskOutcome> Of(DbTransaction transaction, Alert alert, string why, DateTimeOffset now)
    {
        var desk = new AlertDesk(world.Crossings, new FoldRules());
        return desk.Correct(await statuses.BookToFold(transaction), alert, why, now);
    }

    /// <summary>Stores it, in the transaction of the withdrawal.</summary>
    public static async Task Save(DbTransaction transaction, DeskOutcome outcome, DateTimeOffset now)
    {
        await LedgerStore.AddSteps(transaction, outcome.Steps);
        if (outcome.Changed.Count > 0)
            await StatusStore.Save(transaction, outcome.Changed, now);
    }
}
