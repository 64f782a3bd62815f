using System.Net;
using System.Text.RegularExpressions;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Hosting;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace AlertWorker.Web;

/// <summary>Subscribing by mail, from the form to the settings, with the mails in a folder.</summary>
public sealed partial class SubscribeTests : IAsyncLifetime
{
    private const string Address = "mailto:me@desk.example";

    private readonly WorkerFolder _folder = new();
    private WorkerHost _worker = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Mails => Path.Combine(_folder.Path, "mails");

    private SubscriberStore People => _worker.Services.GetRequiredService<SubscriberStore>();

    private AddressStore Addresses => _worker.Services.GetRequiredService<AddressStore>();

    public async ValueTask InitializeAsync()
    {
        _folder.Environment["AlertWorker__Email__PickupDirectory"] = Mails;
        _folder.Environment["AlertWorker__Web__PublicUrl"] = "https://alerts.example";
        _worker = await _folder.Feeds().Start();
        _http = new HttpClient { BaseAddress = new Uri(_worker.Addresses.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _worker.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Only_the_button_behind_the_link_in_the_mail_begins_a_subscription()
    {
        var asked = await Post("/subscribe?lang=ur", ("address", "me@desk.example"), ("watch", "طورخم، PK"));
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Null(await People.Find(Address, Cancellation));

        var link = await Link();
        Assert.Contains("<form", await _http.GetStringAsync(link, Cancellation), StringComparison.Ordinal);
        Assert.Null(await People.Find(Address, Cancellation));

        Assert.Equal(HttpStatusCode.OK, (await Post(link)).Status);
        var person = await People.Find(Address, Cancellation);
        Assert.NotNull(person);
        Assert.Equal(["torkham"], person.Crossings);
        Assert.Equal(["PK"], person.Countries);
        Assert.Equal(("ur", "Asia/Karachi"), (person.Language, person.TimeZone));
    }

    [Fact]
    public async Task A_reader_who_chose_no_zone_gets_the_clock_of_what_was_asked_for_first()
    {
        await Post("/subscribe", ("address", "me@desk.example"), ("watch", "spin boldak, PL"));
        await Post(await Link());

        Assert.Equal("Asia/Karachi", (await People.Find(Address, Cancellation))!.TimeZone);
    }

    [Fact]
    public async Task Settings_are_changed_and_deleted_with_the_token_of_the_address()
    {
        await Post("/subscribe", ("address", "me@desk.example"), ("watch", "torkham"));
        await Post(await Link());
        var settings = $"/settings/{await Addresses.TokenOf(Address, Cancellation)}";

        var saved = await Post(
            settings,
            ("keep", "x:torkham"),
            ("add", "chaman"),
            ("flow", "people"),
            ("kind", "closed"),
            ("certainty", "likely"),
            ("language", "ps"),
            ("zone", "Asia/Kabul"),
            ("quiet-from", "22:00"),
            ("quiet-to", "06:00"),
            ("digest", "07:00")
        );

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.DoesNotContain("me@desk", saved.Page, StringComparison.Ordinal);
        var person = (await People.Find(Address, Cancellation))!;
        Assert.Equal(["torkham", "chaman-spin-boldak"], person.Crossings);
        Assert.Equal([AlertKind.Closed], person.Kinds);
        Assert.Equal(Certainty.Likely, person.MinCertainty);
        Assert.Equal(("ps", "Asia/Kabul"), (person.Language, person.TimeZone));
        Assert.Equal(new TimeOnly(22, 0), person.QuietHours?.From);
        Assert.Equal(new TimeOnly(7, 0), person.Digest);

        await Post(settings, ("delete", "1"));
        Assert.Null(await People.Find(Address, Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await Post(settings, ("add", "torkham"))).Status);
    }

    [Fact]
    public async Task Who_has_unsubscribed_can_come_back()
    {
        await Addresses.Retire(Address, AddressStore.Unsubscribed, Cancellation);

        await Post("/subscribe", ("address", "me@desk.example"), ("watch", "torkham"));
        await Post(await Link());

        Assert.Equal([Address], await Addresses.InUse([Address], Cancellation));
    }

    [Theory]
    [InlineData("me@desk.example>,<you@desk.example", "torkham")]
    [InlineData("me@desk.example\r\nBcc: you@desk.example", "torkham")]
    [InlineData("me@desk.example", "qqzzqq")]
    [InlineData("me@desk.example", "friendship bridge")]
    [InlineData("me@desk.example", "")]
    public async Task What_is_no_address_or_in_doubt_is_asked_again_and_mails_nobody(string address, string watch)
    {
        var answer = await Post("/subscribe", ("address", address), ("watch", watch));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Empty(await Waiting());
    }

    [Fact]
    public async Task A_stranger_can_have_three_mails_sent_to_an_address_and_learns_nothing()
    {
        var pages = new List<string>();
        for (var i = 0; i < 5; i++)
            pages.Add((await Post("/subscribe", ("address", "me@desk.example"), ("watch", "torkham"))).Page);

        Assert.All(pages, page => Assert.Contains("me@desk.example", page, StringComparison.Ordinal));
        await Link();
        var counts = await _worker.Services.GetRequiredService<DeliveryStore>().Counts(Cancellation);
        Assert.Equal(3, counts.Values.Sum());
    }

    [Fact]
    public async Task A_flood_of_wishes_is_turned_away()
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
            answers.Add((await Post("/subscribe", ("address", $"me{i}@desk.example"), ("watch", "torkham"))).Status);

        Assert.Equal(10, answers.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Theory]
    [InlineData("/confirm/0123456789abcdef0123456789abcdef")]
    [InlineData("/settings/0123456789abcdef0123456789abcdef")]
    public async Task A_guessed_token_opens_nothing(string path)
    {
        using var look = await _http.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, look.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(path, ("add", "torkham"))).Status);
    }

    private async Task<(HttpStatusCode Status, string Page)> Post(string path, params (string, string)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await _http.PostAsync(path, form, Cancellation);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)));
    }

    private Task<IReadOnlyList<QueuedDelivery>> Waiting() =>
        _worker.Services.GetRequiredService<DeliveryStore>().InState("waiting", 10, Cancellation);

    /// <summary>The path of the link in the mail, once it has come.</summary>
    private async Task<string> Link()
    {
        while (!Directory.Exists(Mails) || Directory.GetFiles(Mails, "*.eml").Length == 0)
            await Task.Delay(20, Cancellation);
        using var mail = await MimeMessage.LoadAsync(Directory.GetFiles(Mails, "*.eml")[0], Cancellation);
        Assert.Equal("me@desk.example", Assert.Single(mail.To.Mailboxes).Address);
        return Confirmation().Match(mail.TextBody!).Value;
    }

    [GeneratedRegex("/confirm/[0-9a-f]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Confirmation();
}
