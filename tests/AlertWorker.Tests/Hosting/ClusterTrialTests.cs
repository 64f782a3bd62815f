namespace AlertWorker.Hosting;

/// <summary>A cluster through the worst of days. <c>tests/cluster-trial.sh</c> runs it at full length.</summary>
public sealed class ClusterTrialTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("ALERTWORKER_TRIAL") == "long";

    [Fact]
    public async Task Three_nodes_through_a_kill_a_freeze_and_a_database_crash_tell_what_one_undisturbed_node_tells()
    {
        var plan = IsLong ? TrialPlan.Long : TrialPlan.Short;
        await using var cluster = await ClusterTrial.Start(plan, nodes: 3);
        var outcome = await cluster.Run(
            trial => trial.Kill(0),
            trial => trial.Freeze(1),
            trial => trial.RestartDatabase()
        );
        foreach (var line in cluster.Complaints())
            TestContext.Current.TestOutputHelper!.WriteLine(line);
        TestContext.Current.TestOutputHelper!.WriteLine($"three nodes, disturbed: {outcome}");
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"the dead node's feeds were polled again after {cluster.TakeOver}"
        );

        // Every crossing closes and reopens, told to a chat and to a webhook each.
        Assert.Equal(plan.Crossings * 2, outcome.Alerts.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(plan.Crossings * 2, outcome.Alerts.Count);
        Assert.Equal(plan.Crossings * 4, outcome.Inbox.Distinct(StringComparer.Ordinal).Count());
        // Three things happened, and each may double one message a reader.
        Assert.InRange(outcome.Doubles.Count, 0, 3);
        Assert.Equal((1, 0, 0), (outcome.MostAtOnce, outcome.Conflicts, outcome.Unanswered));
        if (!IsLong)
            return;
        // On a machine that has time for it: a dead node is replaced within half a minute.
        Assert.True(cluster.TakeOver < TimeSpan.FromSeconds(30));
        await CompareWithOneNode(plan, outcome);
    }

    private static async Task CompareWithOneNode(TrialPlan plan, TrialOutcome outcome)
    {
        await using var single = await ClusterTrial.Start(plan, nodes: 1);
        var undisturbed = await single.Run();
        TestContext.Current.TestOutputHelper!.WriteLine($"one node, undisturbed: {undisturbed}");
        Assert.Equal(undisturbed.Alerts, outcome.Alerts);
        Assert.Equal(Readings(undisturbed), Readings(outcome));
    }

    /// <summary>Webhooks go by ids that hold the time of the alert, and times differ between two days.</summary>
    private static IEnumerable<string> Readings(TrialOutcome outcome) =>
        outcome.Inbox.Distinct(StringComparer.Ordinal).Where(m => !m.StartsWith("hook", StringComparison.Ordinal));
}
