using System.Text;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Storage;
using AlertWorker.Wordings;
using MimeKit;

namespace AlertWorker.Channels;

/// <summary>The same day again and again, the process killed at call 1, 2, … N, and started again: every inbox is that of the undisturbed day.</summary>
public sealed class NumberedDeathTests
{
    private static readonly string[] Readers = ["telegram:1", "mailto:ops@acme.example"];

    private static readonly Alert[] Day =
    [
        SomeAlert.Closed,
        SomeAlert.Closed with
        {
            Id = "a2",
            Kind = AlertKind.Disputed,
        },
        SomeAlert.Closed with
        {
            Id = "a3",
            Kind = AlertKind.Reopened,
            Status = Status.Open,
        },
    ];

    [Fact]
    public async Task A_death_at_any_call_loses_nothing_and_doubles_at_most_one_message_a_reader()
    {
        var (calls, undisturbed) = await Live(int.MaxValue);
        Assert.Equal(Readers.Length * Day.Length, undisturbed.Count);
        Assert.InRange(calls, 20, 400);

        // Each life is mostly waiting, so several are lived at a time.
        var lives = new ParallelOptions
        {
            MaxDegreeOfParallelism = 6,
            CancellationToken = TestContext.Current.CancellationToken,
        };
        await Parallel.ForEachAsync(
            Enumerable.Range(1, calls),
            lives,
            async (at, _) =>
            {
                var (_, inbox) = await Live(at);
                Assert.Equal(
                    [.. undisturbed.Distinct().Order(StringComparer.Ordinal)],
                    inbox.Distinct().Order(StringComparer.Ordinal)
                );
                Assert.All(
                    inbox.GroupBy(message => message.Split('|')[0]),
                    reader => Assert.InRange(reader.Count() - reader.Distinct().Count(), 0, 1)
                );
            }
        );
    }

    /// <returns>How many calls there were, and "reader|message" for everything that arrived; mails by their Message-ID.</returns>
    private static async Task<(int Calls, List<string> Inbox)> Live(int deathAt)
    {
        using var options = new RigOptions { Grace = TimeSpan.FromMilliseconds(50) };
        await using var telegram = await TelegramServer.Start();
        await using var mail = new SmtpListener();
        options.Use(telegram);
        options.Use(mail);

        var death = new NumberedDeath(deathAt);
        (telegram.Lives, mail.Lives) = (death.Step, death.Step);
        options.Dialect = inner => new MortalDialect(inner, death.Step);
        var told = await LiveUntilDeath(options, death);

        var calls = death.Calls;
        (telegram.Lives, mail.Lives) = (() => true, () => true);
        options.Dialect = inner => inner;
        await using (var again = await Rig.Start(options))
        {
            foreach (var alert in Day.Skip(told))
                await again.Tell(alert, Readers);
            await again.Settled();
        }
        return (calls, [.. Inbox(telegram, mail)]);
    }

    /// <returns>How many alerts were committed.</returns>
    private static async Task<int> LiveUntilDeath(RigOptions options, NumberedDeath death)
    {
        var told = 0;
        try
        {
            await using var rig = await Rig.Start(options);
            foreach (var alert in Day)
            {
                await rig.Tell(alert, Readers);
                told++;
                await Rig.Until(async () => death.IsDead || await Waiting(options) == 0);
            }
        }
        catch (Exception e) when (e is IOException or StoreException)
        {
            // Died at a call of its own.
        }
        return told;
    }

    /// <summary>Looks past the dying store, so that looking is no call of the process.</summary>
    private static async Task<long> Waiting(RigOptions options)
    {
        await using var beside = await new SqliteDialect(options.File).Connect(CancellationToken.None);
        await using var count = beside.CreateCommand();
        count.CommandText = "select count(*) from delivery where state = 'waiting'";
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static IEnumerable<string> Inbox(TelegramServer telegram, SmtpListener mail)
    {
        foreach (var chat in telegram.Chats.Keys)
        foreach (var text in telegram.Texts(chat))
            yield return $"{chat}|{text.Split('\n')[0]}";
        foreach (var (to, source) in mail.Mails)
        {
            using var read = MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(source)));
            yield return $"{to}|{read.MessageId}";
        }
    }
}
