using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Channels;

/// <summary>An endpoint that takes webhooks and answers as told.</summary>
internal sealed class WebhookServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebhookServer(WebApplication app) => _app = app;

    public ConcurrentQueue<(IReadOnlyDictionary<string, string> Headers, string Body)> Got { get; } = new();

    /// <summary>Status codes of the next answers, with Retry-After where given; then 204.</summary>
    public ConcurrentQueue<(int Status, string? RetryAfter)> Next { get; } = new();

    /// <summary>Asked before and after each effect; false cuts the connection there.</summary>
    public Func<bool> Lives { get; set; } = () => true;

    public string Url => _app.Urls.First() + "/hook";

    public static async Task<WebhookServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new WebhookServer(app);
        app.MapPost("/hook", server.Answer);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(0);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (!Lives())
        {
            context.Abort();
            return;
        }
        Got.Enqueue(
            (
                context.Request.Headers.ToDictionary(
                    h => h.Key.ToLowerInvariant(),
                    h => h.Value.ToString(),
                    StringComparer.Ordinal
                ),
                body
            )
        );
        if (!Lives())
        {
            context.Abort();
            return;
        }
        var (status, retryAfter) = Next.TryDequeue(out var next) ? next : (204, null);
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        if (status is >= 300 and < 400)
            context.Response.Headers.Location = "http://127.0.0.1:1/elsewhere";
        context.Response.StatusCode = status;
    }
}
