using AlertWorker.Configuration;

namespace AlertWorker.Feeds;

/// <summary>The detection of the configuration in force; made anew when that changes.</summary>
public sealed class LiveDetection(LiveConfiguration live)
{
    private readonly Lock _making = new();
    private Detection _current = new(live.Current);

    public Detection Current
    {
        get
        {
            lock (_making)
            {
                if (!ReferenceEquals(_current.Configuration, live.Current))
                    _current = new Detection(live.Current, _current);
                return _current;
            }
        }
    }
}
