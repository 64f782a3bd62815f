using System.Security.Cryptography;
using System.Text;
using AlertWorker.Alerts;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>Subscriptions that somebody asked for and the reader of the address has not confirmed.</summary>
public sealed class PendingStore(Database database, TimeProvider time)
{
    /// <summary>So long a link in a mail is good.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromDays(1);

    /// <summary>Mails that strangers can have sent to an address within that time.</summary>
    private const int MostAnAddress = 3;

    /// <summary>Keeps a wish, and forgets the ones that have grown old.</summary>
    /// <returns>The token of its link; null when this address was asked often enough.</returns>
    public Task<string?> Add(Subscriber wish, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        return database.Write<string?>(
            async transaction =>
            {
                var (connection, address) = (transaction.Connection!, wish.To[0]);
                var since = Since(now);
                await connection.ExecuteAsync("delete from pending where at <= @since", new { since }, transaction);
                var asked = await connection.ExecuteScalarAsync<long>(
                    "select count(*) from pending where address = @address",
                    new { address },
                    transaction
                );
                if (asked >= MostAnAddress)
                    return null;
                var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
                await connection.ExecuteAsync(
                    "insert into pending (token, address, at, json) values (@token, @address, @at, @json)",
                    new
                    {
                        token,
                        address,
                        at = now.ToUnixTimeMilliseconds(),
                        json = StoreJson.Write(wish),
                    },
                    transaction
                );
                return token;
            },
            cancellation
        );
    }

    /// <summary>What was wished for under this token; null when it is none of ours, or too old.</summary>
    public async Task<Subscriber?> Find(string token, CancellationToken cancellation = default) =>
        await database.Query<(string Token, string Json)>(
            "select token, json from pending where token = @token and at > @since",
            new { token, since = Since(time.GetUtcNow()) },
            cancellation
        )
            is [var (stored, json)]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(stored), Encoding.UTF8.GetBytes(token))
            ? StoreJson.Read<Subscriber>(json)
            : null;

    private static long Since(DateTimeOffset now) => (now - Life).ToUnixTimeMilliseconds();
}
