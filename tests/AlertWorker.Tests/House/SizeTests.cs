using System.Text.RegularExpressions;

namespace AlertWorker.House;

/// <summary>What is read on one screen is understood; what is not, is split.</summary>
public sealed partial class SizeTests
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

    /// <summary>The formatter sets braces on lines of their own, which makes bodies easy to measure; those of nested types hold bodies themselves.</summary>
    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_method_is_no_longer_than_50_lines(string file)
    {
        var lines = File.ReadAllLines(Repository.Path(file));
        foreach (var indent in new[] { "    ", "        " })
        foreach (
            var begin in Enumerable
                .Range(0, lines.Length)
                .Where(i => lines[i] == indent + "{" && IsMember(lines, i, indent))
        )
        {
            var body = lines
                .Skip(begin + 1)
                .TakeWhile(line => !line.StartsWith(indent + "}", StringComparison.Ordinal))
                .Count();
            var isTable = lines[begin + 1 + body] != indent + "}"; // a value's initialiser ends with "};"
            Assert.True(
                isTable || body <= LongestMethod,
                $"{file}: the body that begins at line {begin + 1} has {body} lines"
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

    /// <summary>Whether the line that opens the body declares a method, property or value rather than a type.</summary>
    private static bool IsMember(string[] lines, int brace, string indent)
    {
        var declaration = lines
            .Take(brace)
            .Last(line =>
                line.StartsWith(indent, StringComparison.Ordinal)
                && line.Length > indent.Length
                && line[indent.Length] is not (' ' or ')')
            );
        return !TypeWord().IsMatch(declaration);
    }

    [GeneratedRegex(
        @"^\s*(public|internal|private|protected|file|sealed|static|readonly)[a-z ]* (class|record|struct|interface|enum) ",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex TypeWord();
}
