namespace AlertWorker.Feeds;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /news", "/news/1", true)]
    [InlineData("User-agent: *\nDisallow:", "/anything", true)]
    [InlineData("User-agent: AlertWorker\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", false)]
    [InlineData("User-agent: AlertWorker\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/story?print=1", false)]
    [InlineData("user-agent: *\r\ndisallow: /a # not this\r\n", "/a", false)]
    [InlineData("<html>no robots here</html>", "/a", true)]
    public void The_longest_rule_for_us_decides(string robots, string path, bool allowed)
    {
        Assert.Equal(allowed, RobotsRules.Parse(robots, "AlertWorker").Allows(path));
    }
}
