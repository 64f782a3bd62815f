using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.House;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

public sealed class StatusCorrectionTests
{
    [Fact]
    public async Task A_withdrawn_alert_sets_the_stored_status_right_and_leaves_a_line_in_the_ledger()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var store = await TestStore.Open("sqlite");
        var gate = new Gate().Hears(1, Voice.Outlet("post"), Word.Closed);
        var shipped = ConfigFolder.Read(Repository.Path("config"), new Dictionary<string, string>()).Value!;
        var world = new BotWorld(() => shipped with { Crossings = Gate.Crossings });
        await store.Database.Write(
            async transaction =>
            {
                await StatusStore.Save(transaction, gate.Book.Statuses, Gate.Dawn);
                var at = Gate.Dawn.AddHours(2);
                var outcome = await new StatusCorrection(new StatusStore(store.Database), world).Of(
                    transaction,
                    gate.Alerts[0],
                    "Nothing of it is so.",
                    at
                );
                await StatusCorrection.Save(transaction, outcome, at);
                return true;
            },
            stop
        );

        var book = await new StatusStore(store.Database).Book(stop);
        var line = Assert.Single(await new LedgerArchive(store.Database).Page("gate", null, null, null, 10, stop));

        Assert.Equal(Status.Unknown, book["gate"]!.Headline);
        Assert.Equal("corrected-by-operator", line.Step.Rule);
    }
}
