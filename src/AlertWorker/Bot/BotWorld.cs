using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Configuration;
using AlertWorker.Crossings;

namespace AlertWorker.Bot;

/// <summary>The configuration as the conversation needs it, with the search made once for each.</summary>
/// <param name="current">The configuration now in force.</param>
public sealed class BotWorld(Func<WorkerConfiguration> current)
{
    private readonly Lock _lock = new();
    private (WorkerConfiguration Of, CrossingSearch Search)? _search;

    public WorkerConfiguration Configuration => current();

    public IReadOnlyDictionary<string, Crossing> Crossings => current().Crossings;

    public MessageCatalogs Catalogs => current().Messages;

    public MessageWorld Messages => MessageWorld.Of(current());

    public CrossingSearch Search
    {
        get
        {
            var now = current();
            lock (_lock)
            {
                if (_search is not var (of, search) || !ReferenceEquals(of, now))
                    _search = (now, search = new CrossingSearch(now.Crossings.Values));
                return search;
            }
        }
    }

    public bool IsOperator(long user) => current().Settings.Telegram.Operators.Contains(user);
}
