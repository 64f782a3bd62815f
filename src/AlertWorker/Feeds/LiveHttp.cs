using AlertWorker.Configuration;

namespace AlertWorker.Feeds;

/// <summary>The client that feeds and articles are fetched with, as the configuration in force wants it.</summary>
public sealed class LiveHttp(LiveConfiguration live) : IDisposable
{
    private readonly Lock _making = new();
    private HttpOptions _options = live.Current.Settings.Http;
    private HttpClient? _client;

    public string UserAgent => live.Current.Settings.Http.UserAgent;

    /// <summary>The client; what is under way on an earlier one ends there.</summary>
    public HttpClient Client
    {
        get
        {
            lock (_making)
            {
                var wanted = live.Current.Settings.Http;
                if (_client is null || wanted != _options)
                    _client = GuardedHttp.Client(wanted.UserAgent, wanted.AllowPrivateNetworks);
                _options = wanted;
                return _client;
            }
        }
    }

    public void Dispose() => _client?.Dispose();
}
