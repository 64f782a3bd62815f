using System.Text.Json;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Hosting;
using AlertWorker.Storage;
using AlertWorker.Wordings;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Web;

/// <summary>A worker that knows of one incident at Torkham: closed, confirmed, reopened – and closed once more for the present.</summary>
public sealed class SeededWorker : IAsyncLifetime
{
    /// <summary>What a hostile source would like to do to a page and to a spreadsheet.</summary>
    public const string Hostile = "=HYPERLINK(\"http://evil.example\") <script>alert(1)</script>";

    private readonly WorkerFolder _folder = new();
    private WorkerHost? _worker;
    private HttpClient? _http;

    public HttpClient Http => _http ?? throw new InvalidOperationException("The worker does not run yet.");

    public IServiceProvider Services => _worker!.Services;

    internal static Alert First { get; } = SomeAlert.Closed with { Id = "first" };

    internal static Alert Second { get; } =
        First with
        {
            Id = "second",
            Kind = AlertKind.Confirmed,
            At = First.At.AddHours(1),
        };

    internal static Alert Last { get; } =
        First with
        {
            Id = "last",
            Kind = AlertKind.Reopened,
            Status = Status.Open,
            Flows = SomeAlert.Flows(Status.Open, Status.Open),
            At = First.At.AddHours(2),
        };

    public async ValueTask InitializeAsync()
    {
        _worker = await _folder.Feeds().Start();
        _http = new HttpClient { BaseAddress = new Uri(_worker.Addresses.First()) };
        var torkham = Services.GetRequiredService<LiveConfiguration>().Current.Crossings["torkham"];
        await Services
            .GetRequiredService<Database>()
            .Write(async transaction =>
            {
                foreach (var alert in new[] { First, Second, Last })
                    await AlertStore.Add(transaction, alert);
                await LedgerStore.AddSteps(transaction, [Step(0, "fine words"), Step(1, Hostile)]);
                await StatusStore.Save(transaction, [SomeStatus.Closed(torkham, Hostile)], First.At);
            });
    }

    public async Task<JsonElement> Json(string path) =>
        JsonElement.Parse(await Http.GetStringAsync(path, TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_worker is not null)
            await _worker.DisposeAsync();
        _folder.Dispose();
    }

    private static FoldStep Step(int hour, string words) =>
        new()
        {
            At = First.At.AddHours(hour),
            Crossing = "torkham",
            EntryId = $"entry-{hour}",
            Rule = "first-claim",
            Reason = "A change for the worse is believed at once, with its certainty.",
            Effect = "unknown → closed",
            Claim = new Claim
            {
                Crossing = "torkham",
                Status = Status.Closed,
                Speaker = SomeAlert.Quote.Speaker,
                Evidence = new Evidence(words, 0, words.Length),
            },
        };
}
