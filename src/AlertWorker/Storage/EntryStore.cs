using System.Data.Common;
using AlertWorker.Entries;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>The seen-set: every story a feed ever showed, as long as it may come back.</summary>
public sealed class EntryStore(Database database)
{
    /// <summary>Those of the stories that are known already, by key or by fingerprint.</summary>
    public async Task<IReadOnlyList<SeenEntry>> Seen(
        string feed,
        IReadOnlyCollection<string> keys,
        IReadOnlyCollection<string> fingerprints,
        CancellationToken cancellation = default
    ) =>
        await database.Query<SeenEntry>(
            $"""
            select key as "Key", fingerprint as "Fingerprint", content as "Content",
                   first_seen as "FirstSeen", last_seen as "LastSeen"
            from entry where {database.Dialect.AnyOf("key", "keys")}
            union
            select key, fingerprint, content, first_seen, last_seen
            from entry where feed = @feed and {database.Dialect.AnyOf("fingerprint", "fingerprints")}
            """,
            new
            {
                feed,
                keys = keys.ToArray(),
                fingerprints = fingerprints.ToArray(),
            },
            cancellation
        );

    /// <summary>Remembers stories; one that is known takes its new text and keeps the time it was first seen.</summary>
    public static Task Save(DbTransaction transaction, IEnumerable<EntryRow> rows) =>
        transaction.Connection!.ExecuteAsync(
            """
            insert into entry (key, feed, fingerprint, content, guid, title, link, published, first_seen, last_seen, json)
            values (@Key, @Feed, @Fingerprint, @Content, @Guid, @Title, @Link, @Published, @FirstSeen, @LastSeen, @Json)
            on conflict (key) do update set fingerprint = excluded.fingerprint, content = excluded.content,
                title = excluded.title, link = excluded.link, last_seen = excluded.last_seen,
                json = coalesce(excluded.json, entry.json)
            """,
            rows.Select(row => new
            {
                row.Seen.Key,
                row.Feed,
                row.Seen.Fingerprint,
                row.Seen.Content,
                Guid = row.Entry.Id,
                row.Entry.Title,
                row.Entry.Link,
                Published = row.Entry.PublishedUtc?.ToUnixTimeMilliseconds(),
                row.Seen.FirstSeen,
                row.Seen.LastSeen,
                Json = row.Keep ? StoreJson.Write(row.Entry) : null,
            }),
            transaction
        );

    /// <summary>Notes that stories are still shown, so that pruning leaves them alone.</summary>
    public static Task Touch(DbTransaction transaction, IReadOnlyCollection<string> keys, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync(
            "update entry set last_seen = @Now where key = @Key",
            keys.Select(key => new { Key = key, Now = now.ToUnixTimeMilliseconds() }),
            transaction
        );

    /// <summary>Entries by key, guid or link, newest first.</summary>
    public async Task<IReadOnlyList<StoredEntry>> Find(string id, CancellationToken cancellation = default)
    {
        var rows = await database.Query<Row>(
            """
            select key as "Key", feed as "Feed", guid as "Guid", title as "Title", link as "Link",
                   published as "Published", first_seen as "FirstSeen", json as "Json"
            from entry where key = @id or guid = @id or link = @id order by first_seen desc limit 20
            """,
            new { id },
            cancellation
        );
        return [.. rows.Select(row => row.Entry)];
    }

    private sealed record Row(
        string Key,
        string Feed,
        string Guid,
        string? Title,
        string? Link,
        long? Published,
        long FirstSeen,
        string? Json
    )
    {
        public StoredEntry Entry =>
            new(
                Key,
                Feed,
                DateTimeOffset.FromUnixTimeMilliseconds(FirstSeen),
                Json is not null
                    ? StoreJson.Read<Entry>(Json)
                    : new Entry
                    {
                        Id = Guid,
                        Title = Title,
                        Link = Link,
                        PublishedUtc = Published is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
                    }
            );
    }
}
