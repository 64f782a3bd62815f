using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>Asks the engine about every statement how it means to run it, and keeps those that would read a large table from end to end.</summary>
internal sealed partial class ExplainingDialect(ISqlDialect inner) : MortalDialect(inner, () => true)
{
    private static readonly string[] Large =
    [
        "entry",
        "claim",
        "fold_step",
        "alert",
        "delivery",
        "receipt",
        "d",
        "o",
        "r",
    ];

    /// <summary>Statements with their plans, that no index serves.</summary>
    public ConcurrentQueue<string> Scans { get; } = new();

    /// <summary>Every line of every plan.</summary>
    public ConcurrentQueue<string> Plans { get; } = new();

    public int Explained { get; private set; }

    public override async Task<DbConnection> Connect(CancellationToken cancellation)
    {
        var connection = await base.Connect(cancellation);
        // A table that is small in a test is read from end to end for good reasons; here it stands for a large one.
        if (!OneWriter)
            await connection.ExecuteAsync("set enable_seqscan = off");
        return WatchedConnection.Of(connection, Explain);
    }

    private void Explain(DbCommand? command)
    {
        if (command is null || !Reading().IsMatch(command.CommandText))
            return;
        var sql = command.CommandText;
        command.CommandText = $"{(OneWriter ? "explain query plan" : "explain")} {sql}";
        using (var reader = command.ExecuteReader())
            while (reader.Read())
            {
                var step = reader.GetString(OneWriter ? 3 : 0);
                Plans.Enqueue(step);
                if (Scan().Match(step) is { Success: true } scan && Large.Contains(scan.Groups["table"].Value))
                    Scans.Enqueue($"{scan.Value} in {sql}");
            }
        command.CommandText = sql;
        Explained++;
    }

    /// <summary>One statement that looks for rows.</summary>
    [GeneratedRegex(
        @"^\s*(select|update|delete|with)\b[^;]*;?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Reading();

    [GeneratedRegex(
        @"^SCAN (?<table>\w+)$|Seq Scan on (?<table>\w+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Scan();
}
