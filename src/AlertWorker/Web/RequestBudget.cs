using System.Net;

namespace AlertWorker.Web;

/// <summary>How many mails strangers can have sent: a few an hour each, and no more in all than a busy day brings.</summary>
internal sealed class RequestBudget(TimeProvider time)
{
    private const int MostEach = 10;
    private const int MostInAll = 200;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Queue<(DateTimeOffset At, string Who)> _made = new();

    /// <summary>Counts one request; false when it is one too many.</summary>
    /// <param name="from">Who asks; a whole network of IPv6 is one.</param>
    public bool Allows(IPAddress? from)
    {
        var who = Network(from);
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_made.TryPeek(out var oldest) && now - oldest.At > Window)
                _made.Dequeue();
            if (_made.Count >= MostInAll || _made.Count(request => request.Who == who) >= MostEach)
                return false;
            _made.Enqueue((now, who));
            return true;
        }
    }

    private static string Network(IPAddress? from) =>
        from is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(from.GetAddressBytes().AsSpan(0, 8))
            : $"{from?.MapToIPv4()}";
}
