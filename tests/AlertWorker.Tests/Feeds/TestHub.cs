using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Feeds;

/// <summary>
/// A WebSub hub (W3C WebSub): takes subscriptions, asks the subscriber whether it meant them, and sends on what is published, signed.
/// The callback's root stands for the subscriber's public address; the hub reaches it where <see cref="Reach"/> says.
/// </summary>
public sealed class TestHub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> _requests = new();

    private TestHub(WebApplication app)
    {
        _app = app;
        app.MapPost("/hub", Subscribe);
        app.MapPost("/moved", () => Results.Redirect("/hub", permanent: true, preserveMethod: true));
    }

    /// <summary>Forms it got, in order of arrival.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Requests => [.. _requests];

    /// <summary>Seconds of a lease; null makes it refuse.</summary>
    public int? Lease { get; set; } = 86400;

    /// <summary>Status of the answer to a subscription.</summary>
    public int Status { get; set; } = StatusCodes.Status202Accepted;

    /// <summary>Where the subscriber really is.</summary>
    public Func<Uri> Reach { get; set; } = () => throw new InvalidOperationException("nobody to reach");

    /// <summary>What the subscriber answered to the last question.</summary>
    public HttpStatusCode? Verified { get; private set; }

    public Uri Url => new(new Uri(_app.Urls.First()), "hub");

    public static async Task<TestHub> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var hub = new TestHub(builder.Build());
        await hub._app.StartAsync();
        return hub;
    }

    /// <summary>Asks the subscriber as after a request to subscribe; gives status and body of its answer.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Ask(string query)
    {
        using var answer = await _http.GetAsync($"{Callback}?{query}");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a document to the last subscriber.</summary>
    /// <param name="secret">Signs it; null leaves the signature out.</param>
    public async Task<HttpStatusCode> Send(string document, string? secret, string method = "sha256")
    {
        var body = Encoding.UTF8.GetBytes(document);
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/rss+xml");
        if (secret is not null)
            content.Headers.TryAddWithoutValidation("X-Hub-Signature", $"{method}={Signature(method, secret, body)}");
        using var answer = await _http.PostAsync(Callback, content);
        return answer.StatusCode;
    }

    public string Secret => Requests[^1]["hub.secret"];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>What a reverse proxy would make of it: the part of the path below the public address.</summary>
    private Uri Callback
    {
        get
        {
            var path = new Uri(Requests[^1]["hub.callback"]).AbsolutePath;
            return new Uri(Reach(), path[path.IndexOf("/websub/", StringComparison.Ordinal)..]);
        }
    }

    private async Task<IResult> Subscribe(HttpRequest request)
    {
        var form = (await request.ReadFormAsync()).ToDictionary(
            field => field.Key,
            field => field.Value.ToString(),
            StringComparer.Ordinal
        );
        _requests.Enqueue(form);
        if (Status < 300)
            _ = Verify(form);
        return Results.StatusCode(Status);
    }

    private async Task Verify(Dictionary<string, string> form)
    {
        var topic = Uri.EscapeDataString(form["hub.topic"]);
        var question = Lease is { } lease
            ? $"hub.mode=subscribe&hub.topic={topic}&hub.challenge=xyzzy&hub.lease_seconds={lease}"
            : $"hub.mode=denied&hub.topic={topic}&hub.reason=not+welcome";
        var (status, body) = await Ask(question);
        Verified = Lease is null || body == "xyzzy" ? status : HttpStatusCode.Conflict;
    }

    private static string Signature(string method, string secret, byte[] body)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        return Convert.ToHexString(
            method switch
            {
                "sha512" => HMACSHA512.HashData(key, body),
                "sha384" => HMACSHA384.HashData(key, body),
#pragma warning disable CA5350 // what older hubs sign with
                "sha1" => HMACSHA1.HashData(key, body),
#pragma warning restore CA5350
                _ => HMACSHA256.HashData(key, body),
            }
        );
    }
}
