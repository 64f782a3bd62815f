using AlertWorker.Configuration;
using Telegram.Bot;

namespace AlertWorker.Channels;

/// <summary>The one way to Telegram: every send of a token, alert or reply, goes through its budget and its pauses.</summary>
/// <param name="options">As configured now; a new token takes effect with the next message.</param>
public sealed class TelegramGate(Func<TelegramOptions> options, TelegramLimits limits, TimeProvider time) : IDisposable
{
    /// <summary>What lets one node of a cluster listen, answer and send with the token: its updates, its budget and its pauses are one.</summary>
    public const string Lease = "telegram";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Never made by a factory with logging: the token is in the path of every request.</summary>
    private readonly HttpClient _http = new(
        new WholeBody(
            new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), MaxConnectionsPerServer = 64 }
        )
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly Pacer _pacer = new(limits.Spacing, time);
    private Speaking? _current;

    /// <summary>What each chat may get.</summary>
    public ChatBudget Chats { get; } = new(limits, time);

    /// <summary>What is left of a pause that Telegram asked for.</summary>
    public TimeSpan PauseLeft => _pacer.PauseLeft;

    /// <summary>The bot of the configured token; null without one.</summary>
    public TelegramBotClient? Client
    {
        get
        {
            var now = options();
            if (!now.IsOn)
                return null;
            if (_current is { } known && known.Options == now)
                return known.Client;
            var client = new TelegramBotClient(
                // No retries inside: a 429 comes back as an answer, and the whole token waits.
                new TelegramBotClientOptions(now.BotToken!, now.ApiBaseUrl.TrimEnd('/'))
                {
                    RetryThreshold = 0,
                    RetryCount = 0,
                },
                _http
            );
            _current = new Speaking(now, client);
            return client;
        }
    }

    /// <summary>Waits for the token's turn.</summary>
    /// <param name="rank">0 urgent alerts, 1 routine ones, 2 replies.</param>
    /// <returns>Zero when it is one's turn; else the length of a pause.</returns>
    public Task<TimeSpan> Turn(int rank, CancellationToken cancellation) => _pacer.Turn(rank, cancellation);

    /// <summary>Nothing more is sent with this token for a while, replies included.</summary>
    public void Pause(TimeSpan length) => _pacer.Pause(length);

    /// <summary>Makes one request with a limit to the patience, and says what became of it.</summary>
    /// <returns>The result, or the receipt of the refusal.</returns>
    public async Task<(T? Result, TelegramFault? Fault)> Ask<T>(
        Func<TelegramBotClient, CancellationToken, Task<T>> request,
        CancellationToken cancellation
    )
    {
        if (Client is not { } client)
            return (default, new TelegramFault(0, "there is no bot token: set Telegram:BotToken"));
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            return (await request(client, both.Token), null);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            if (TelegramFault.Of(e, client.Token) is not { } fault)
                throw;
            if (fault.RetryAfter is { } length)
                Pause(length);
            return (default, fault);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The client, and the options it was made of: one reference, since many senders look at once.</summary>
    private sealed record Speaking(TelegramOptions Options, TelegramBotClient Client);
}
