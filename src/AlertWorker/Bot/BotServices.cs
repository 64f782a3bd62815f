using AlertWorker.Channels;
using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AlertWorker.Bot;

/// <summary>Registers the conversation.</summary>
public static class BotServices
{
    /// <summary>Adds the bot; it is silent without a token. Needs the channels.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services)
    {
        services.AddChannelList();
        services.TryAddSingleton<StatusStore>();
        services.TryAddSingleton(provider => new BotWorld(() =>
            provider.GetRequiredService<LiveConfiguration>().Current
        ));
        services.TryAddSingleton<Subscriptions>();
        services.TryAddSingleton<ChatAlerts>();
        services.TryAddSingleton<OperatorPost>();
        services.TryAddSingleton<FeedStateStore>();
        services.TryAddSingleton<Announcement>();
        services.TryAddSingleton<StatusCorrection>();
        services.TryAddSingleton<Withdrawal>();
        services.TryAddSingleton<EntryStore>();
        services.TryAddSingleton<CaseFiles>();
        services.TryAddSingleton<OperatorParts>();
        services.TryAddSingleton<StatusTeller>();
        services.TryAddSingleton<BotParts>();
        services.TryAddSingleton<CommandList>();
        services.TryAddSingleton<ButtonPresses>();
        services.TryAddSingleton<BotLine>();
        services.TryAddSingleton<ChatFlood>();
        services.TryAddSingleton<ConversationParts>();
        services.TryAddSingleton<Conversation>();
        services.TryAddSingleton<InlineAnswers>();
        services.TryAddSingleton<UpdateMemory>();
        services.TryAddSingleton<BotUpdateStore>();
        services.TryAddSingleton<CommandMenu>();
        services.TryAddSingleton<UpdateDesk>();
        services.TryAddSingleton<ChatTurns>();
        services.TryAddSingleton<WebhookDoor>();
        services.AddHostedService<UpdateLoop>();
        return services;
    }
}
