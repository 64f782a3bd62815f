using AlertWorker.Alerts;
using AlertWorker.Storage;
using AlertWorker.Wordings;
using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Channels;

/// <summary>One delivery that cannot be read, composed, sent or settled costs nobody else anything.</summary>
public sealed class PoisonTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(SomeAlert.Now);
    private readonly RigOptions _options = new();
    private TelegramServer _server = null!;
    private Rig _rig = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TelegramServer.Start();
        _options.Use(_server);
        _options.Time = _time;
        _rig = await Rig.Open(_options);
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _server.DisposeAsync();
        _options.Dispose();
    }

    [Fact]
    public async Task A_note_that_cannot_be_read_is_a_dead_letter_and_the_others_go_out()
    {
        await _rig.Tell(SomeAlert.Closed, "telegram:1", "telegram:2", "telegram:3");
        await Change("update delivery set note = '{', alert = null where address = 'telegram:2'");
        await _rig.Job.StartAsync(Cancel);
        await _rig.Settled();

        Assert.Equal((2, 1), (await _rig.Count("sent"), await _rig.Count("dead")));
    }

    [Fact]
    public async Task An_alert_that_cannot_be_put_into_words_is_given_up_after_three_faults_and_the_next_one_arrives()
    {
        await _rig.Tell(SomeAlert.Closed, "telegram:1");
        await _rig.Tell(SomeAlert.Closed with { Id = "a2", At = SomeAlert.Now.AddMinutes(1) }, "telegram:1");
        await Change("update alert set json = '{}' where id = 'a1'");
        await _rig.Job.StartAsync(Cancel);
        for (var tries = 1; tries < 3; tries++)
        {
            await Rig.Until(async () => (await _rig.Answers()).Length >= tries);
            Assert.Empty(_server.Sends);
            _time.Advance(TimeSpan.FromSeconds(10));
        }
        await _rig.Settled();

        Assert.Equal((1, 1), (await _rig.Count("sent"), await _rig.Count("dead")));
        Assert.Single(_server.Texts("1"));
    }

    [Fact]
    public async Task An_answer_the_store_will_not_take_keeps_no_other_from_being_written_and_is_told()
    {
        await _rig.Tell(SomeAlert.Closed, Enumerable.Range(1, 40).Select(chat => $"telegram:{chat}"));
        await Change(
            """
            create trigger poison before update on delivery when new.state = 'sent' and new.address = 'telegram:7'
            begin select raise(abort, 'poisoned'); end
            """
        );
        await _rig.Job.StartAsync(Cancel);
        await Rig.Until(async () => await _rig.Count("sent") == 39);
        _time.Advance(TimeSpan.FromMinutes(5)); // its lease has ended
        await _rig.Tell(SomeAlert.Closed with { Id = "a2", Incident = "next" }, "telegram:50");
        await Rig.Until(async () => await _rig.Count("sent") == 40);

        Assert.Single(_server.Texts("7"));
        Assert.Single(_rig.Logs.Split('\n'), line => line.Contains("left as it is", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_is_away_at_the_start_keeps_nothing_from_being_sent_later()
    {
        await _rig.Tell(SomeAlert.Closed, "telegram:1");
        await Change("alter table delivery rename to gone");
        await _rig.Job.StartAsync(Cancel);
        await Rig.Until(() => _rig.Watch.Problem is not null);
        await Change("alter table gone rename to delivery");
        _time.Advance(TimeSpan.FromSeconds(5));
        await _rig.Settled();

        Assert.Single(_server.Texts("1"));
    }

    private async Task Change(string sql) => await _rig.Database.Query<long>(sql, cancellation: Cancel);
}
