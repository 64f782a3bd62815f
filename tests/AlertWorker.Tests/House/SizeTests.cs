namespace AlertWorker.House;

/// <summary>What is read on one screen is understood; what is not, is split.</summary>
public sealed class SizeTests
{
    private const int LongestFile = 350;
    private const int LongestMethod = 50;

    public static TheoryData<string> SourceFiles =>
        [.. Repository.Files("src", "*.cs"), .. Repository.Files("tests", "*.cs")];

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_file_is_no_longer_than_350_lines(string file)
    {
        var lines = File.ReadAllLines(Repository.Path(file)).Length;

        Assert.True(lines <= LongestFile, $"{file} has {lines} lines");
    }

    /// <summary>The formatter sets the braces of a member of a file's type at four spaces, which makes bodies easy to measure.</summary>
    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_method_is_no_longer_than_50_lines(string file)
    {
        var begin = 0;
        foreach (var (number, line) in File.ReadAllLines(Repository.Path(file)).Index())
        {
            if (line == "    {")
                begin = number;
            if (line == "    }")
                Assert.True(
                    number - begin - 1 <= LongestMethod,
                    $"{file}: the body that begins at line {begin + 1} has {number - begin - 1} lines"
                );
        }
    }

    [Fact]
    public void The_table_of_contents_fits_on_25_lines()
    {
        var lines = File.ReadAllLines(Repository.Path("src/AlertWorker/Program.cs")).Length;

        Assert.InRange(lines, 1, 25);
    }

    [Fact]
    public void The_readme_fits_on_200_lines()
    {
        var lines = File.ReadAllLines(Repository.Path("README.md")).Length;

        Assert.InRange(lines, 1, 200);
    }
}
