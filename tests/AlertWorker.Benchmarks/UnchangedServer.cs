using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Benchmarks;

/// <summary>Eight hosts whose feeds never change, in a process of their own so that their work is not counted.</summary>
internal static class UnchangedServer
{
    public const int Hosts = 8;
    public const string ETag = "\"unchanged\"";

    /// <summary>Prints the addresses, a line each, and serves until its input ends.</summary>
    public static async Task<int> Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (var host = 0; host < Hosts; host++)
                kestrel.Listen(System.Net.IPAddress.Loopback, 0);
        });
        await using var app = builder.Build();
        var body = Encoding.UTF8.GetBytes(
            "<rss version=\"2.0\"><channel><title>Quiet</title><item><guid>1</guid><title>Weather</title></item></channel></rss>"
        );
        app.Run(context =>
        {
            context.Response.Headers.ETag = ETag;
            if (context.Request.Headers.IfNoneMatch == ETag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
            context.Response.ContentType = "application/rss+xml";
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.StartAsync();
        foreach (var address in app.Urls)
            await Console.Out.WriteLineAsync(address);
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
