using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AlertWorker.Channels;
using AlertWorker.Hosting;

namespace AlertWorker.Bot;

public sealed class WebhookModeTests : IAsyncLifetime
{
    private const string Secret = "0123456789abcdef-Secret_of_the_path";

    private readonly WorkerFolder _folder = new();
    private TelegramServer _telegram = null!;
    private WorkerHost _worker = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _telegram = await TelegramServer.Start();
        _folder.Environment["AlertWorker__Telegram__BotToken"] = TelegramServer.Token;
        _folder.Environment["AlertWorker__Telegram__ApiBaseUrl"] = _telegram.Url;
        _folder.Environment["AlertWorker__Telegram__WebhookSecret"] = Secret;
        _folder.Environment["AlertWorker__Web__PublicUrl"] = "https://borders.example.org/";
        _worker = await _folder.Feeds().Start();
        _http = new HttpClient { BaseAddress = new Uri(_worker.Addresses.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _worker.DisposeAsync();
        await _telegram.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Telegram_is_told_where_to_deliver_and_what_is_delivered_is_answered_once()
    {
        var word = await Registered();

        for (var again = 0; again < 2; again++)
            Assert.Equal(HttpStatusCode.OK, await Deliver(Secret, word, 7, "/watch torkham"));
        Assert.Equal(HttpStatusCode.OK, await Deliver(Secret, word, 6, "/status torkham"));

        Assert.Equal(2, _telegram.Texts("111").Count);
        Assert.DoesNotContain(_telegram.Calls, call => call.Method == "getUpdates");
    }

    [Fact]
    public async Task Whoever_does_not_know_both_secrets_finds_nothing()
    {
        var word = await Registered();

        Assert.Equal(HttpStatusCode.NotFound, await Deliver(Secret, null, 1, "/watch torkham"));
        Assert.Equal(HttpStatusCode.NotFound, await Deliver(Secret, Secret, 2, "/watch torkham"));
        Assert.Equal(HttpStatusCode.NotFound, await Deliver("x", word, 3, "/watch torkham"));
        Assert.Empty(_telegram.Sends);
    }

    [Fact]
    public async Task What_cannot_be_read_does_not_come_for_ever()
    {
        var word = await Registered();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/telegram/{Secret}")
        {
            Content = new StringContent("{\"update_id\":"),
        };
        request.Headers.Add(WebhookDoor.Header, word);
        using var answer = await _http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await Deliver(Secret, word, 9, "/help"));
        Assert.Single(_telegram.Sends);
    }

    /// <returns>The word that comes in the header.</returns>
    private async Task<string> Registered()
    {
        await Rig.Until(() => _telegram.Calls.Any(call => call.Method == "setWebhook"));
        var told = _telegram.Calls.First(call => call.Method == "setWebhook").Body;
        Assert.Equal($"https://borders.example.org/telegram/{Secret}", (string?)told["url"]);
        Assert.Contains("inline_query", told["allowed_updates"]!.AsArray().Select(kind => (string?)kind));
        return (string)told["secret_token"]!;
    }

    private async Task<HttpStatusCode> Deliver(string secret, string? word, int id, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/telegram/{secret}")
        {
            Content = new StringContent(
                new JsonObject
                {
                    ["update_id"] = id,
                    ["message"] = new JsonObject
                    {
                        ["message_id"] = id,
                        ["date"] = 1_700_000_000,
                        ["from"] = new JsonObject
                        {
                            ["id"] = 111,
                            ["is_bot"] = false,
                            ["first_name"] = "x",
                        },
                        ["chat"] = new JsonObject { ["id"] = 111, ["type"] = "private" },
                        ["text"] = text,
                    },
                }.ToJsonString()
            ),
        };
        if (word is not null)
            request.Headers.Add(WebhookDoor.Header, word);
        using var answer = await _http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }
}
