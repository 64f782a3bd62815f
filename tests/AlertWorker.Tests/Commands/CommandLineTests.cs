using AlertWorker.Configuration;

namespace AlertWorker.Commands;

/// <summary>What every command has in common.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_shows_every_command_and_an_example()
    {
        var help = await Cli.Run("", "--help");

        Assert.Equal(0, help.Code);
        Assert.All(
            ["check", "detect", "evaluate", "--config <DIR>", "--version", "Example:"],
            word => Assert.Contains(word, help.Output, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("check")]
    [InlineData("detect")]
    [InlineData("evaluate")]
    [InlineData("explain")]
    [InlineData("parse")]
    [InlineData("replay")]
    [InlineData("status")]
    public async Task Help_of_a_command_shows_one_example(string command)
    {
        var help = await Cli.Run("", command, "--help");

        Assert.Equal(0, help.Code);
        Assert.Contains($"Example:\n  AlertWorker {command} ", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_printed()
    {
        var version = await Cli.Run("", "--version");

        Assert.Equal(0, version.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+", version.Output);
    }

    [Theory]
    [InlineData("chek")]
    [InlineData("check", "--colour")]
    [InlineData("evaluate")]
    [InlineData("detect", "no-such-file.jsonl")]
    public async Task Wrong_usage_ends_with_2(params string[] arguments)
    {
        var wrong = await Cli.Run("", arguments);

        Assert.Equal(2, wrong.Code);
        Assert.Empty(wrong.Output);
        Assert.NotEmpty(wrong.Error);
    }

    [Fact]
    public async Task An_unusable_configuration_ends_with_2_and_lists_every_fault()
    {
        using var folder = new TestFolder();
        folder.Write(
            "feeds.json",
            """{ "feeds": [ { "id": "x", "name": "X", "publisher": "x", "url": "ftp://example.org", "every": "1" } ] }"""
        );

        var detect = await Cli.Run("", "detect", "--config", folder.Path);

        Assert.Equal(2, detect.Code);
        Assert.Empty(detect.Output);
        Assert.Contains("feeds.json: feeds[0].url: ", detect.Error, StringComparison.Ordinal);
        Assert.Contains("feeds.json: feeds[0].every: ", detect.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_is_named_before_or_after_the_command()
    {
        using var folder = new TestFolder();
        folder.Write("feeds.json", """{ "feeds": [ { "id": "x" } ] }""");

        var before = await Cli.Run("", "--config", folder.Path, "check");
        var after = await Cli.Run("", "check", "--config", folder.Path);

        Assert.Equal(1, before.Code);
        Assert.Contains("feeds.json: feeds[0].url: is missing; ", before.Output, StringComparison.Ordinal);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Check_finds_the_shipped_folder_in_order()
    {
        var check = await Cli.Run("", "check");

        Assert.Equal((0, ""), (check.Code, check.Output));
        Assert.Contains("464 crossings", check.Error, StringComparison.Ordinal);
    }
}
