using AlertWorker.Configuration;

namespace AlertWorker.Channels;

/// <summary>The channels of a configuration without queue and store, for one message by hand.</summary>
public sealed class ConfiguredChannels : IAsyncDisposable
{
    private readonly TelegramGate _gate;
    private readonly EmailChannel _email;
    private readonly WebhookChannel _webhook;

    public ConfiguredChannels(WorkerConfiguration configuration, TimeProvider time)
    {
        var settings = configuration.Settings;
        _gate = new TelegramGate(() => settings.Telegram, TelegramLimits.Official, time);
        _email = new EmailChannel(() => settings.Email, time);
        _webhook = new WebhookChannel(() => settings.Http, time);
        List = new ChannelList(new ConsoleChannel(Console.Out), new TelegramChannel(_gate), _email, _webhook);
    }

    public ChannelList List { get; }

    public async ValueTask DisposeAsync()
    {
        await _email.DisposeAsync();
        _webhook.Dispose();
        _gate.Dispose();
    }
}
