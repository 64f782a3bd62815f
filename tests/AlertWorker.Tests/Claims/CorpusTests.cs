using AlertWorker.Entries;

namespace AlertWorker.Claims;

/// <summary>Every case of <c>Corpus/claims</c> is read as it says.</summary>
public sealed class CorpusTests(ShippedReader shipped) : IClassFixture<ShippedReader>
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (file, line, item) in ClaimCase.All())
                data.Add($"{file}:{line}", item.Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_entry_is_read_as_its_case_says(string where, string name)
    {
        var item = ClaimCase.All().First(x => $"{x.File}:{x.Line}" == where).Case;
        var published = item.Published ?? new DateTimeOffset(2021, 7, 14, 10, 0, 0, TimeSpan.Zero);
        var entry = new Entry
        {
            Id = name,
            Title = item.Title,
            Summary = item.Text,
            PublishedUtc = published,
        };

        var claims = shipped.Reader.Read(entry, Source.Unknown, published).Claims;

        var told = claims.Where(claim => claim.Alerting || claim.Scheduled is not null).ToList();
        foreach (var expected in item.Expect)
            Assert.True(
                told.RemoveAll(claim => Fits(claim, expected)) > 0,
                $"{name}: no {expected} in\n{Show(claims)}"
            );
        Assert.False(told.Exists(claim => claim.Alerting), $"{name}: more than expected in\n{Show(claims)}");
        var whole = $"{item.Title}\n{item.Text}";
        Assert.All(claims, claim => Assert.Equal(claim.Evidence.Text, whole[claim.Evidence.Start..claim.Evidence.End]));
    }

    private static bool Fits(Claim claim, ExpectedClaim expected) =>
        claim.Crossing == expected.Crossing
        && Same(claim.Change.ToString(), expected.Change)
        && Same(claim.Status?.ToString(), expected.Status)
        && (expected.Ongoing is null || claim.Ongoing == expected.Ongoing)
        && (expected.Scheduled is null ? claim.Scheduled is null : Same(claim.Scheduled?.Text, expected.Scheduled))
        && Same(claim.Scope == Scope.NotSaid ? "all" : claim.Scope.ToString(), expected.Scope)
        && Same(claim.Cause, expected.Cause)
        && Same(claim.Speaker.Kind.ToString(), expected.Speaker);

    private static bool Same(string? actual, string? expected) =>
        expected is null || string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase);

    private static string Show(IReadOnlyList<Claim> claims) =>
        string.Join(
            '\n',
            claims.Select(c =>
                $"  {c.Crossing} {c.Change} {c.Status} {c.Stance} alerting={c.Alerting} ongoing={c.Ongoing} scheduled={c.Scheduled?.Text} scope={c.Scope} cause={c.Cause} speaker={c.Speaker} rules={string.Join(',', c.Rules)} «{c.Evidence.Text}»"
            )
        );
}
