using System.Xml.Linq;
using System.Xml.Schema;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using AlertWorker.Wordings;

namespace AlertWorker.Web;

/// <summary>What we offer as CAP is what the standard calls CAP.</summary>
public sealed class CapSchemaTests
{
    private static readonly string[] Languages = ["en", "ur"];
    private static readonly XmlSchemaSet Schema = Read();

    public static TheoryData<AlertKind, Status, string> Alerts =>
        [
            .. from kind in Enum.GetValues<AlertKind>()
            from status in Enum.GetValues<Status>()
            from language in Languages
            select (kind, status, language),
        ];

    [Theory]
    [MemberData(nameof(Alerts))]
    public void Every_kind_of_alert_is_valid(AlertKind kind, Status status, string language)
    {
        var alert = SomeAlert.Closed with
        {
            Id = "b2",
            At = SomeAlert.Now.AddHours(1),
            Kind = kind,
            Status = status,
            Scheduled =
                kind == AlertKind.Announced
                    ? new Schedule(SomeAlert.Now.AddDays(1), DayOnly: false, "2026-03-05T09:05:00Z")
                    : null,
            Quotes = [SomeAlert.Quote with { Text = "<b>&\u0001\uD800 ]]>", Outlet = "A & B" }],
        };
        foreach (
            var crossing in new[] { SomeAlert.Torkham, SomeAlert.Torkham with { Latitude = 34.12, Longitude = -71.09 } }
        )
        foreach (IReadOnlyList<Alert> earlier in new[] { [], new[] { SomeAlert.Closed } })
            Assert.Empty(Faults(Cap(alert, earlier, crossing, language)));
    }

    [Theory]
    [InlineData("<status>Actual</status>", "<status>Real</status>")]
    [InlineData("-00:00</sent>", "Z</sent>")]
    [InlineData("<scope>Public</scope>", "")]
    [InlineData("<sender>", "<sender>a b,")]
    [InlineData("<certainty>Possible</certainty>", "<certainty>Reported</certainty>")]
    public void What_is_no_CAP_is_seen(string good, string bad)
    {
        var cap = Cap(SomeAlert.Closed, [], SomeAlert.Torkham, "en");
        Assert.Contains(good, cap, StringComparison.Ordinal);

        Assert.NotEmpty(Faults(cap.Replace(good, bad, StringComparison.Ordinal)));
    }

    private static string Cap(Alert alert, IReadOnlyList<Alert> earlier, Crossing crossing, string language) =>
        CapDocument.Write(
            new CapStory(alert, earlier),
            crossing,
            SomeAlert.Catalogs.For(language),
            new WebLinks("https://borders.example:8443")
        );

    private static List<string> Faults(string cap)
    {
        var faults = new List<string>();
        var document = XDocument.Parse(cap);
        Assert.Equal("{urn:oasis:names:tc:emergency:cap:1.2}alert", document.Root!.Name.ToString());
        document.Validate(Schema, (_, fault) => faults.Add(fault.Message));
        return faults;
    }

    private static XmlSchemaSet Read()
    {
        var set = new XmlSchemaSet();
        set.Add(null, Path.Combine(AppContext.BaseDirectory, "Corpus", "schemas", "cap-1.2.xsd"));
        set.Compile();
        return set;
    }
}
