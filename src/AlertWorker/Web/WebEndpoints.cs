using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Web;

/// <summary>The addresses the worker answers at.</summary>
public static class WebEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapAlertWorker(this WebApplication app)
    {
        app.UseWebGuards();
        // It counts from when it is made.
        app.Services.GetRequiredService<FeedMetrics>();
        app.Services.GetRequiredService<DeliveryTally>();
        app.MapPrometheusScrapingEndpoint();
        app.Read("/healthz/live", HealthApi.Live);
        app.Read("/healthz/ready", HealthApi.Ready);
        app.Read("/api/crossings", CrossingApi.All);
        app.Read("/api/crossings/{id}", CrossingApi.One);
        app.Read("/api/crossings/{id}/history", HistoryApi.Json);
        app.Read("/api/crossings/{id}/history.csv", HistoryApi.Csv);
        app.Read("/api/alerts", AlertApi.All);
        app.Read("/api/feeds", FeedApi.All);
        app.Read("/alerts.atom", AtomEndpoints.All);
        app.Read("/crossings/{id}/alerts.atom", AtomEndpoints.OfCrossing);
        app.Read("/alerts/{id}.cap", CapEndpoint.One);
        app.Read("/", StatusPage.Show);
        app.Read("/crossings/{id}", CrossingPage.Show);
        app.Read("/alerts/{id}", AlertDetail.Show);
        app.Read("/unsubscribe/{token}", UnsubscribePage.Ask);
        app.MapPost("/unsubscribe/{token}", UnsubscribePage.Act);
        app.Read("/subscribe", SubscribePage.Ask);
        app.MapPost("/subscribe", SubscribePage.Act);
        app.Read("/confirm/{token}", ConfirmPage.Ask);
        app.MapPost("/confirm/{token}", ConfirmPage.Act);
        app.Read("/settings/{token}", SettingsPage.Show);
        app.MapPost("/settings/{token}", SettingsPage.Act);
        app.MapGet("/websub/{token}", HubCallback.Verify);
        app.MapPost("/websub/{token}", HubCallback.Receive);
        app.MapPost("/telegram/{secret}", TelegramEndpoint.Take);
        app.Read("/assets/{name}", Asset.Serve);
    }

    private static void Read(this IEndpointRouteBuilder app, string path, Delegate answer) =>
        app.MapMethods(path, Reading, answer);
}
