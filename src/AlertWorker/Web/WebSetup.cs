using AlertWorker.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace AlertWorker.Web;

/// <summary>Puts the room together.</summary>
public static class WebSetup
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRoutingCore().AddProblemDetails();
        // What is served here is public and carries no secret of the reader, so that compressing it gives nothing away.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes,
                "application/atom+xml",
                "application/cap+xml",
                "application/problem+json",
            ];
        });
        services
            .AddOpenTelemetry()
            .WithMetrics(metrics =>
                metrics
                    .AddMeter("AlertWorker.*", "System.Runtime", "Microsoft.AspNetCore.Hosting")
                    .AddPrometheusExporter()
            );
        return services
            .AddSingleton<FeedMetrics>()
            .AddSingleton<AlertArchive>()
            .AddSingleton<LedgerArchive>()
            .AddSingleton<WorkerHealth>()
            .AddSingleton<HistoryApi>()
            .AddSingleton<AtomEndpoints>()
            .AddSingleton<PageSources>()
            .AddSingleton<StatusPage>()
            .AddSingleton<CrossingPage>()
            .AddSingleton<AlertDetail>()
            .AddSingleton<UnsubscribePage>()
            .AddSingleton<PendingStore>()
            .AddSingleton<SubscriptionDesk>()
            .AddSingleton<RequestBudget>()
            .AddSingleton<SubscribePage>()
            .AddSingleton<ConfirmPage>()
            .AddSingleton<SettingsPage>()
            .AddSingleton<DeliveryTally>();
    }
}
