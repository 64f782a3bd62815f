using AlertWorker.Storage;

namespace AlertWorker.Feeds;

public sealed class FeedPaceTests
{
    private static readonly DateTimeOffset Start = new(2025, 3, 1, 12, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private static FeedState State { get; } = new() { Feed = "a", Url = "https://example.org/" };

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void A_feed_comes_early_by_a_tenth_at_most_and_never_late(double dice)
    {
        Assert.InRange((FeedPace.Next(Every, State, Start, dice) - Start) / Every, 0.9, 1);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(4, 80)]
    [InlineData(8, 1280)]
    [InlineData(9, 1440)]
    [InlineData(500, 1440)]
    public void A_failing_feed_is_asked_half_as_often_each_time_but_once_a_day_for_ever(int failures, int minutes)
    {
        Assert.Equal(minutes, Wait(State with { Failures = failures }).TotalMinutes, 1e-6);
    }

    [Fact]
    public void While_nothing_at_all_answers_every_feed_is_tried_each_minute()
    {
        var next = FeedPace.Next(TimeSpan.FromSeconds(5), State with { Failures = 9 }, Start, 0, dark: true);
        Assert.Equal(60, (next - Start).TotalSeconds);
    }

    [Fact]
    public void A_feed_that_said_410_is_asked_again_after_an_hour_only()
    {
        var gone = State with { Failures = 1, Condition = FeedCondition.Gone };
        Assert.Equal(60, (FeedPace.Next(TimeSpan.FromSeconds(1), gone, Start, 0) - Start).TotalMinutes);
    }

    [Fact]
    public void After_an_overrun_window_and_in_flux_a_feed_is_asked_more_often_down_to_a_minute()
    {
        Assert.Equal(2.5, Wait(State with { Haste = 4 }).TotalMinutes);
        Assert.Equal(5, (FeedPace.Next(Every, State, Start, 0, inFlux: true) - Start).TotalMinutes);
        Assert.Equal(
            1,
            (FeedPace.Next(TimeSpan.FromMinutes(2), State with { Haste = 8 }, Start, 0) - Start).TotalMinutes
        );
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(23, 10)]
    [InlineData(36, 15)]
    [InlineData(72, 30)]
    [InlineData(144, 60)]
    [InlineData(24 * 365, 60)]
    public void A_silent_feed_is_asked_more_rarely_day_by_day_but_never_beyond_six_intervals(int hours, int minutes)
    {
        var silent = State with { FirstRead = Start.AddYears(-2), LastStory = Start.AddHours(-hours) };
        Assert.Equal(minutes, Doze(silent).TotalMinutes, 1e-6);
    }

    [Fact]
    public void A_sleepy_feed_is_back_at_its_own_pace_with_the_first_new_or_changed_entry()
    {
        var asleep = State with { FirstRead = Start.AddDays(-30) };
        Assert.Equal(Every * 6, Doze(asleep));
        Assert.Equal(Every, Doze(asleep with { LastStory = Start }));
    }

    [Fact]
    public void What_covers_a_crossing_in_flux_or_overran_or_speaks_for_an_authority_does_not_doze()
    {
        var asleep = State with { FirstRead = Start.AddDays(-30) };
        Assert.Equal(Every / 2, FeedPace.Next(Every, asleep, Start, 0, inFlux: true, mayDoze: true) - Start);
        Assert.Equal(Every / 2, Doze(asleep with { Haste = 2 }));
        Assert.Equal(Every, Wait(asleep));
    }

    [Fact]
    public void The_ttl_of_a_feed_is_honoured_up_to_an_hour()
    {
        Assert.Equal(30, Wait(State with { Ttl = TimeSpan.FromMinutes(30) }).TotalMinutes);
        Assert.Equal(60, Wait(State with { Ttl = TimeSpan.FromDays(1) }).TotalMinutes);
        Assert.Equal(10, Wait(State with { Ttl = TimeSpan.FromMinutes(1) }).TotalMinutes);
    }

    [Fact]
    public void Hours_a_feed_asks_to_skip_are_skipped_but_never_all_of_them()
    {
        Assert.Equal(Start.AddMinutes(90), FeedPace.Next(Every, State with { SkipHours = [12, 13] }, Start, 0));
        var never = State with { SkipHours = [.. Enumerable.Range(0, 24)] };
        Assert.Equal(Start + Every, FeedPace.Next(Every, never, Start, 0));
    }

    private static TimeSpan Doze(FeedState state) => FeedPace.Next(Every, state, Start, 0, mayDoze: true) - Start;

    private static TimeSpan Wait(FeedState state) => FeedPace.Next(Every, state, Start, 0) - Start;
}
