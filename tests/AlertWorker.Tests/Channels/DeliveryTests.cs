using AlertWorker.Alerts;
using AlertWorker.Storage;
using AlertWorker.Wordings;
using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Channels;

public sealed class DeliveryOnSqliteTests() : DeliveryTests("sqlite");

public sealed class DeliveryOnPostgresTests() : DeliveryTests("postgres");

/// <summary>The queue, the same on both engines.</summary>
public abstract class DeliveryTests(string engine) : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TestStore _file = null!;
    private Database _database = null!;
    private DeliveryStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _file = await TestStore.Open(engine);
        _database = _file.Database;
        _store = new DeliveryStore(_database, _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_same_delivery_made_twice_is_one_row()
    {
        await Add("x", "telegram:1");
        await Add("x", "telegram:1");

        Assert.Single(await Take());
    }

    [Fact]
    public async Task What_is_taken_is_nobody_elses_until_the_lease_ends()
    {
        await Add("x", "telegram:1");

        Assert.Single(await Take());
        Assert.Empty(await Take());
        await _file.Pass(_time, Lease);
        Assert.Single(await Take());
    }

    [Fact]
    public async Task No_more_are_taken_than_were_asked_for()
    {
        for (var reader = 0; reader < 100; reader++)
            await Add($"{reader}", $"telegram:{reader}");

        Assert.Equal(10, (await Take()).Count);
        Assert.Equal(10, (await Take()).Count);
    }

    [Fact]
    public async Task A_stop_gives_rows_back_at_once()
    {
        await Add("x", "telegram:1");
        await Take();
        await _store.Release("node", Cancel);

        Assert.Single(await Take());
    }

    [Fact]
    public async Task One_delivery_an_address_is_in_flight_in_the_order_of_coming()
    {
        await Add("first", "telegram:1");
        await Add("second", "telegram:1");
        await Add("other", "telegram:2");

        var taken = await Take();
        Assert.Equal(["first", "other"], Ids(taken));
        await Settle(taken[0], "sent");
        Assert.Equal(["second"], Ids(await Take()));
    }

    [Fact]
    public async Task Urgent_goes_before_routine()
    {
        await Add("routine", "telegram:1", urgent: false);
        await Add("urgent", "telegram:1");
        await Add("routine2", "telegram:2", urgent: false);
        await Add("urgent2", "telegram:3");

        Assert.Equal(["urgent", "urgent2", "routine2"], Ids(await Take()));
    }

    [Fact]
    public async Task A_subscriber_with_a_thousand_deliveries_takes_no_turn_from_the_others()
    {
        for (var i = 0; i < 1000; i++)
            await Add($"much{i}", "telegram:1");
        await Add("little", "telegram:2");

        Assert.Equal(["much0", "little"], Ids(await Take(2)));
    }

    [Fact]
    public async Task Later_news_of_an_incident_waits_for_the_earlier_one_that_is_being_retried()
    {
        await Add("closed", "telegram:1", incident: "i");
        await Settle((await Take())[0], "later", due: TimeSpan.FromHours(1));
        await Add("held", "telegram:1", incident: "i", notBefore: TimeSpan.FromMinutes(1));

        // The newcomer is reason to try now, and the earlier one goes first.
        Assert.Equal(["closed"], Ids(await Take()));
    }

    [Fact]
    public async Task A_node_whose_delivery_is_in_other_hands_by_now_has_no_say_but_what_was_sent_was_sent()
    {
        await Add("x", "telegram:1");
        var slept = (await Take())[0];
        await _file.Pass(_time, Lease);
        Assert.Single(await _store.Take("telegram", "other", 10, Lease, Cancel));

        await Settle(slept, "dead");
        Assert.Empty(await _store.InState("dead", 10, Cancel));
        await Settle(slept, "sent");
        Assert.Equal(1, (await _store.Counts(Cancel))["sent"]);
    }

    [Fact]
    public async Task What_is_due_stays_due_when_the_clock_is_set_back()
    {
        await Add("x", "telegram:1");
        var early = new DeliveryStore(_database, new FakeTimeProvider(_time.GetUtcNow().AddHours(-1)));

        Assert.True(await early.NextDue("telegram", Cancel) <= _time.GetUtcNow().AddHours(-1));
        Assert.Single(await early.Take("telegram", "node", 10, Lease, Cancel));
    }

    [Fact]
    public async Task An_unsubscribe_token_leads_to_its_address_and_no_other_does()
    {
        var addresses = new AddressStore(_database, _time);
        var token = await addresses.TokenOf("mailto:a@b.example", Cancel);

        Assert.Equal(token, await addresses.TokenOf("mailto:a@b.example", Cancel));
        Assert.Equal("mailto:a@b.example", await addresses.AddressOf(token, Cancel));
        Assert.Null(await addresses.AddressOf(token[..^1], Cancel));
        Assert.Null(await addresses.AddressOf("", Cancel));
    }

    [Fact]
    public async Task Nothing_goes_out_before_its_time()
    {
        await Add("quiet", "telegram:1", notBefore: TimeSpan.FromHours(8));
        await Add("loud", "telegram:1");

        Assert.Equal(["loud"], Ids(await Take()));
        Assert.InRange(
            await _store.NextDue("telegram", Cancel) - _time.GetUtcNow() ?? default,
            TimeSpan.FromSeconds(29),
            Lease
        );
    }

    [Fact]
    public async Task Channels_do_not_take_each_others_deliveries()
    {
        await Add("mail", "mailto:a@b.example");
        await Add("hook", "http://a.example/");

        Assert.Empty(await Take());
        Assert.Single(await _store.Take("https", "node", 10, Lease, Cancel));
        Assert.Single(await _store.Take("mailto", "node", 10, Lease, Cancel));
    }

    [Fact]
    public async Task Dead_letters_are_seen_and_can_be_sent_again()
    {
        await Add("x", "telegram:1");
        await Settle((await Take())[0], "dead");
        Assert.Empty(await Take());
        Assert.Equal("x", (await _store.InState("dead", 10, Cancel))[0].Delivery.Id);

        Assert.Equal(1, await _store.Retry("x", Cancel));
        Assert.Equal(0, (await Take())[0].Tries);
        Assert.Equal(0, await _store.Retry("nothing", Cancel));
    }

    [Fact]
    public async Task Repeating_a_delivery_to_a_retired_address_takes_the_address_into_use_again()
    {
        await new AddressStore(_database, _time).Retire("telegram:1", "blocked", Cancel);
        await Add("x", "telegram:1");
        Assert.Empty(await Take());

        Assert.Equal(1, await _store.Retry("x", Cancel));
        Assert.Single(await Take());
    }

    [Fact]
    public async Task After_a_day_of_tries_a_delivery_is_given_up()
    {
        var addresses = new AddressStore(_database, _time);
        var settling = new Settling(
            new RetiredNotice(
                new SubscriberDirectory(() => [], new SubscriberStore(_database, _time)),
                addresses,
                () => null!
            ),
            _time,
            new Random(7)
        );
        await Add("x", "telegram:1");
        var tries = 0;
        for (var state = "later"; state == "later"; tries++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            var settlement = await settling.Of((await Take())[0], new Receipt.Later("no"), Cancel);
            await _store.Settle([settlement], Cancel);
            state = settlement.Outcome;
        }

        Assert.Equal(25, tries);
        Assert.Equal(1, (await _store.Counts(Cancel))["dead"]);
    }

    [Fact]
    public async Task Who_waits_for_its_turn_has_not_tried()
    {
        await Add("x", "telegram:1");
        var queued = (await Take())[0];
        await _store.Settle(
            [
                new Settlement
                {
                    Queued = queued,
                    At = _time.GetUtcNow(),
                    Outcome = "later",
                    Due = _time.GetUtcNow(),
                    Tried = false,
                },
            ],
            Cancel
        );

        Assert.Equal((0, null), ((await Take())[0] is var again ? (again.Tries, again.FirstTry) : default));
    }

    [Fact]
    public async Task Everything_of_a_subscriber_can_be_forgotten()
    {
        var people = new SubscriberStore(_database, _time);
        var person = new Subscriber
        {
            Id = "telegram:1",
            To = ["telegram:1"],
            Crossings = ["torkham"],
        };
        await people.Save(person, Cancel);
        await Add("x", "telegram:1", incident: "i");
        await Settle((await Take())[0], "sent");
        await people.Forget(person, Cancel);

        Assert.Equal(["console"], (await people.All(Cancel)).Select(s => s.Id));
        Assert.Empty(await _store.Counts(Cancel));
        foreach (var table in new[] { "delivery", "receipt", "thread", "address", "subscriber" })
            Assert.Equal([0], await _database.Query<long>($"select count(*) from {table}", cancellation: Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string[] Ids(IEnumerable<QueuedDelivery> taken) => [.. taken.Select(queued => queued.Delivery.Id)];

    private Task<IReadOnlyList<QueuedDelivery>> Take(int most = 10) =>
        _store.Take("telegram", "node", most, Lease, Cancel);

    private Task Add(
        string id,
        string address,
        bool urgent = true,
        string? incident = null,
        TimeSpan notBefore = default
    ) =>
        _database.Write(
            transaction =>
                _store.Add(
                    transaction,
                    [
                        new Delivery(
                            id,
                            SomeAlert.Closed.Id,
                            incident,
                            "s",
                            address,
                            "en",
                            "UTC",
                            urgent,
                            _time.GetUtcNow() + notBefore
                        ),
                    ]
                ),
            Cancel
        );

    private Task Settle(QueuedDelivery queued, string outcome, TimeSpan due = default) =>
        _store.Settle(
            [
                new Settlement
                {
                    Queued = queued,
                    At = _time.GetUtcNow(),
                    Outcome = outcome,
                    Reference = outcome == "sent" ? "1" : null,
                    Due = _time.GetUtcNow() + due,
                },
            ],
            Cancel
        );
}
