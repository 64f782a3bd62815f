namespace AlertWorker.Configuration;

/// <summary>Addresses that would lead a feed into the machine's own network, or a mail to somebody else.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[64:ff9b::a00:1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[fd12:3456::1]/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://①②⑦.⓪.⓪.①/")]
    [InlineData("http://172.31.255.255/")]
    [InlineData("http://100.127.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://a.localhost./")]
    [InlineData("http://printer.local/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://example.org@127.0.0.1/")]
    public void A_literally_private_address_is_refused(string url)
    {
        Assert.True(NetworkAddress.IsPrivate(new Uri(url)));
        Assert.Contains("private network", FaultOfFeed(url, "false"), StringComparison.Ordinal);
        Assert.Null(FaultOfFeed(url, "true"));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    public void Where_no_server_is_nothing_is_allowed(string url)
    {
        Assert.True(NetworkAddress.IsPrivate(new Uri(url)));
        Assert.Contains("private network", FaultOfFeed(url, "false"), StringComparison.Ordinal);
        Assert.Contains("link-local", FaultOfFeed(url, "true"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://172.32.0.1/")]
    [InlineData("http://100.128.0.1/")]
    [InlineData("https://www.dawn.com/feeds/home")]
    [InlineData("http://[2606:4700::1111]/")]
    [InlineData("https://user:secret@example.org/feed?token=x")]
    [InlineData("http://internal.example.org:25/")]
    public void A_public_address_is_allowed(string url) => Assert.Null(FaultOfFeed(url, "false"));

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org:25/_x")]
    [InlineData("ftp://example.org/x")]
    [InlineData(@"\\example.org\share")]
    [InlineData("www.example.org/feed")]
    [InlineData("/feed.xml")]
    [InlineData("http://127.0.0.1%00.example.org/")]
    [InlineData("http://")]
    public void Only_http_is_polled(string url) =>
        Assert.Contains("http", FaultOfFeed(url, "true"), StringComparison.Ordinal);

    [Theory]
    [InlineData("trader@example.com")]
    [InlineData("a+tag1@example.com")]
    [InlineData("A.b-c@Mail.Example.com")]
    [InlineData("desk@localhost")]
    [InlineData("a@xn--80ak6aa92e.com")]
    public void A_plain_mail_address_is_taken(string address) => Assert.True(AddrSpec.IsPlain(address));

    [Theory]
    [InlineData("victim@example.com\r\nBcc: a@b.c")]
    [InlineData("victim@example.com\n")]
    [InlineData("\"a\\r\\nRCPT TO:<x@example.org>\"@example.com")]
    [InlineData("a@b@c")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("@example.com")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("ü@example.com")]
    [InlineData("root@example.com, other@example.com")]
    [InlineData("<script>@example.com")]
    [InlineData("Desk <desk@example.com>")]
    [InlineData("=?utf-8?q?a=40b?=@example.com")]
    [InlineData("a..b@example.com")]
    [InlineData("a@-example.com")]
    [InlineData("a@example..com")]
    [InlineData("a b@example.com")]
    [InlineData("a@example.com\0")]
    [InlineData("")]
    public void Anything_but_one_plain_mail_address_is_refused(string address) =>
        Assert.False(AddrSpec.IsPlain(address));

    [Fact]
    public void Parts_longer_than_mail_allows_are_refused()
    {
        Assert.True(AddrSpec.IsPlain(new string('a', 64) + "@example.com"));
        Assert.False(AddrSpec.IsPlain(new string('a', 65) + "@example.com"));
        Assert.False(AddrSpec.IsPlain("a@" + new string('b', 64) + ".com"));
        Assert.False(AddrSpec.IsPlain("a@" + string.Join('.', Enumerable.Repeat("example", 40))));
    }

    private static string? FaultOfFeed(string url, string allowPrivate)
    {
        using var folder = new TestFolder();
        var escaped = System.Text.Json.JsonSerializer.Serialize(url);
        folder.Write(
            "feeds.json",
            $$"""{ "feeds": [ { "id": "a", "name": "A", "url": {{escaped}}, "publisher": "a", "every": "00:10:00" } ] }"""
        );
        return folder.Faults(("AlertWorker__Http__AllowPrivateNetworks", allowPrivate)).SingleOrDefault();
    }
}
