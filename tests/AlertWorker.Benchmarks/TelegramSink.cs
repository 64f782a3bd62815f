using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Benchmarks;

/// <summary>Answers every call as the Bot API answers sendMessage, without any limit, and counts.</summary>
internal sealed class TelegramSink : IAsyncDisposable
{
    public const string Token = "123456:benchmark";

    private readonly WebApplication _app;
    private int _taken;
    private int _expected = int.MaxValue;
    private TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TelegramSink(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>Body of the last call.</summary>
    public byte[] Body { get; private set; } = [];

    public static async Task<TelegramSink> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new TelegramSink(builder.Build());
        sink._app.Run(sink.Answer);
        await sink._app.StartAsync();
        return sink;
    }

    /// <summary>Completes when so many calls were answered from now on.</summary>
    public Task After(int calls)
    {
        _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _taken = 0;
        _expected = calls;
        return _all.Task;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Body = body.ToArray();
        var taken = Interlocked.Increment(ref _taken);
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(
            Encoding.UTF8.GetBytes(
                FormattableString.Invariant(
                    $$$"""{"ok":true,"result":{"message_id":{{{taken}}},"date":1700000000,"chat":{"id":1,"type":"private"},"text":"x"}}"""
                )
            )
        );
        if (taken == _expected)
            _all.TrySetResult();
    }
}
