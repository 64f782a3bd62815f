using System.Security.Cryptography;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>What is known of addresses: refusals in a row, retirement, and the token of the unsubscribe link.</summary>
public sealed class AddressStore(Database database, TimeProvider time)
{
    /// <summary>The reason of an address whose reader wants no more; only the reader can undo it.</summary>
    public const string Unsubscribed = "unsubscribed";

    /// <summary>The token of an address's unsubscribe link: 128 random bits, made when first asked for.</summary>
    public async Task<string> TokenOf(string address, CancellationToken cancellation = default)
    {
        const string Known = "select token from address where address = @address and token is not null";
        if (await database.Query<string>(Known, new { address }, cancellation) is [var token])
            return token;
        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await database.Write(
            transaction =>
                transaction.Connection!.ExecuteAsync(
                    """
                    insert into address (address, token) values (@address, @made)
                    on conflict (address) do update set token = coalesce(address.token, excluded.token)
                    """,
                    new { address, made },
                    transaction
                ),
            cancellation
        );
        return (await database.Query<string>(Known, new { address }, cancellation))[0];
    }

    /// <summary>The address a token was made for; null when it is no token of ours.</summary>
    public async Task<string?> AddressOf(string token, CancellationToken cancellation = default) =>
        await database.Query<(string Address, string Token)>(
            "select address, token from address where token = @token",
            new { token },
            cancellation
        )
            is [var (address, stored)]
        && CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(stored),
            System.Text.Encoding.UTF8.GetBytes(token)
        )
            ? address
            : null;

    /// <summary>Those of the addresses that still get messages, as they are now called, in the same order.</summary>
    public async Task<IReadOnlyList<string>> InUse(
        IReadOnlyList<string> addresses,
        CancellationToken cancellation = default
    )
    {
        await using var connection = await database.Connect(cancellation);
        var book = await AddressBook.Read(connection);
        return
        [
            .. addresses
                .Select(book.Current)
                .Where(address => book.RetiredBecause(address) is null)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Nothing more goes to this address, and what waits for it is taken out of the queue.</summary>
    public Task Retire(string address, string reason, CancellationToken cancellation = default) =>
        database.Write(
            transaction =>
                DeliveryLedger.Retire(transaction, address, reason, time.GetUtcNow().ToUnixTimeMilliseconds()),
            cancellation
        );

    /// <summary>The address is in use again.</summary>
    public Task Revive(string address, CancellationToken cancellation = default) =>
        database.Write(
            transaction =>
                transaction.Connection!.ExecuteAsync(
                    "update address set retired = null, reason = null, refusals = 0, moved_to = null where address = @address",
                    new { address },
                    transaction
                ),
            cancellation
        );
}
