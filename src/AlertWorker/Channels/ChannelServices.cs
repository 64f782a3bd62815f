using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AlertWorker.Channels;

/// <summary>Registers the delivering side.</summary>
public static class ChannelServices
{
    /// <summary>Adds channels and the job that drains deliveries. Needs <see cref="Database"/>, <see cref="LiveConfiguration"/> and a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddChannelList();
        services.AddHostedService<DeliverJob>();
        services.TryAddSingleton<StatusStore>();
        services.TryAddSingleton(provider => new DigestSources(
            () => Live(provider).Subscribers,
            () => Live(provider).Corridors,
            provider.GetRequiredService<Func<MessageWorld>>(),
            provider.GetRequiredService<SubscriberStore>(),
            provider.GetRequiredService<StatusStore>()
        ));
        services.AddHostedService<DigestJob>();
        services.TryAddSingleton<Bounces>();
        services.TryAddSingleton<Func<EmailOptions>>(provider => () => Live(provider).Settings.Email);
        services.AddHostedService<BounceJob>();
        return services;
    }

    /// <summary>Adds the channels alone, for sending without the queue.</summary>
    public static IServiceCollection AddChannelList(this IServiceCollection services)
    {
        services.TryAddSingleton<DeliverySignal>();
        services.TryAddSingleton<DeliveryStore>();
        services.TryAddSingleton<SubscriberStore>();
        services.TryAddSingleton<ThreadStore>();
        services.TryAddSingleton<AddressStore>();
        services.TryAddSingleton<BotStateStore>();
        services.TryAddSingleton<LeaseStore>();
        services.TryAddSingleton<StoreWatch>();
        services.TryAddSingleton(provider => new SteadyClock(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<AlertStore>();
        services.TryAddSingleton<DeliveryMetrics>();
        services.TryAddSingleton<MessageSources>();
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton(TelegramLimits.Official);
        services.TryAddSingleton<Func<MessageWorld>>(provider => () => MessageWorld.Of(Live(provider)));
        services.TryAddSingleton(provider => new SubscriberDirectory(
            () => Live(provider).Subscribers,
            provider.GetRequiredService<SubscriberStore>()
        ));
        services.TryAddSingleton<OutgoingNotes>();
        services.TryAddSingleton<MessageWriter>();
        services.TryAddSingleton<RetiredNotice>();
        services.TryAddSingleton<Settling>();
        services.AddEachChannel();
        services.TryAddSingleton(provider => new PumpParts(
            provider.GetRequiredService<DeliveryStore>(),
            provider.GetRequiredService<DeliverySignal>(),
            provider.GetRequiredService<LeaseStore>(),
            provider.GetRequiredService<StoreWatch>(),
            provider.GetRequiredService<MessageWriter>(),
            provider.GetRequiredService<Settling>(),
            provider.GetRequiredService<DeliveryMetrics>(),
            $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}",
            provider.GetRequiredService<TimeProvider>()
        ));
        return services;
    }

    private static void AddEachChannel(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new ConsoleChannel(Console.Out));
        services.TryAddSingleton(provider => new TelegramGate(
            () => Live(provider).Settings.Telegram,
            provider.GetRequiredService<TelegramLimits>(),
            provider.GetRequiredService<SteadyClock>()
        ));
        services.TryAddSingleton(provider => new AlertButtons(
            provider.GetRequiredService<Func<MessageWorld>>(),
            () => Live(provider).Settings.Telegram.BotToken
        ));
        services.TryAddSingleton<TelegramChannel>();
        services.TryAddSingleton(provider => new EmailChannel(
            () => Live(provider).Settings.Email,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.TryAddSingleton(provider => new WebhookChannel(
            () => Live(provider).Settings.Http,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.TryAddSingleton<ChannelList>();
    }

    private static WorkerConfiguration Live(IServiceProvider provider) =>
        provider.GetRequiredService<LiveConfiguration>().Current;
}
