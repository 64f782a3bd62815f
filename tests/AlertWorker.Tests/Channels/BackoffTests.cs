namespace AlertWorker.Channels;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 2, 4)]
    [InlineData(2, 4, 8)]
    [InlineData(5, 32, 64)]
    [InlineData(11, 1800, 3600)]
    [InlineData(500, 1800, 3600)]
    public void Waits_begin_below_five_seconds_and_double_up_to_an_hour(int tries, double least, double most)
    {
        Assert.Equal(least, Backoff.After(tries, 0).TotalSeconds, 0.001);
        Assert.Equal(most, Backoff.After(tries, 1).TotalSeconds, 0.001);
    }
}
