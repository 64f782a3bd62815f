using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Storage;

/// <summary>A clock that never jumps.</summary>
public sealed class SteadyClockTests
{
    private static readonly DateTimeOffset Noon = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly SettableClock _wall = new(Noon);

    [Fact]
    public void It_goes_with_the_clock_of_the_machine()
    {
        var clock = new SteadyClock(_wall);
        _wall.Pass(Hour);
        Assert.Equal(Noon + Hour, clock.GetUtcNow());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void When_that_one_is_set_it_walks_after_it_at_a_tenth_of_its_speed(int hours)
    {
        var clock = new SteadyClock(_wall);
        _wall.Set(Noon.AddHours(hours));
        Assert.Equal(Noon, clock.GetUtcNow());
        _wall.Pass(Minute * 10);
        Assert.Equal(Noon + (Minute * (10 + hours)), clock.GetUtcNow());
        _wall.Pass(Hour * 10);
        Assert.Equal(_wall.GetUtcNow(), clock.GetUtcNow());
    }

    [Fact]
    public void In_a_cluster_it_goes_by_the_database_whatever_the_machine_says()
    {
        var clock = new SteadyClock(_wall);
        clock.Follow(Noon + Hour);
        Assert.Equal(Noon + Hour, clock.GetUtcNow());
        _wall.Set(Noon.AddDays(1));
        _wall.Pass(Minute);
        clock.Follow(Noon + Hour + Minute);
        Assert.Equal(Noon + Hour + Minute, clock.GetUtcNow());
    }
}
