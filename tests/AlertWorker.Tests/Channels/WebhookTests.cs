using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AlertWorker.Alerts;
using AlertWorker.Configuration;
using AlertWorker.Wordings;

namespace AlertWorker.Channels;

public sealed class WebhookTests : IAsyncLifetime
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly RigOptions _options = new();
    private WebhookServer _server = null!;
    private Rig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await WebhookServer.Start();
        _rig = await Rig.Start(_options);
        _rig.Configured.Add(
            new Subscriber
            {
                Id = "acme",
                To = [_server.Url, "console:"],
                Secret = Secret,
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _server.DisposeAsync();
        _options.Dispose();
    }

    [Fact]
    public async Task An_alert_is_posted_signed_as_the_contracts_object()
    {
        await _rig.Tell(SomeAlert.Closed, _server.Url);
        await _rig.Settled();

        var (headers, body) = Assert.Single(_server.Got);
        var alert = JsonDocument.Parse(body).RootElement;
        Assert.Equal(
            "type at id incident crossing kind status flows disputed certainty since scheduled because reason text",
            string.Join(' ', alert.EnumerateObject().Select(member => member.Name))
        );
        Assert.Equal("2026-03-04T09:05:00Z", alert.GetProperty("at").GetString());
        Assert.Equal("closed", alert.GetProperty("flows").GetProperty("cargo:PK>AF").GetString());
        Assert.Equal(["entry-1"], alert.GetProperty("because").EnumerateArray().Select(id => id.GetString()!));
        Assert.Equal(Rig.Delivery(SomeAlert.Closed, _server.Url).Id, headers["webhook-id"]);
        Assert.Equal(Signature(headers, body), headers["webhook-signature"]);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(500)]
    public async Task A_passing_trouble_is_tried_again_under_the_same_id_after_the_time_asked_for(int status)
    {
        _server.Next.Enqueue((status, "1"));
        await _rig.Tell(SomeAlert.Closed, _server.Url);
        await _rig.Settled();

        Assert.Equal(2, _server.Got.Count);
        Assert.Single(_server.Got.Select(got => got.Headers["webhook-id"]).Distinct());
        Assert.All(
            _server.Got,
            got => Assert.Equal(Signature(got.Headers, got.Body), got.Headers["webhook-signature"])
        );
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(301)]
    public async Task A_refusal_is_a_dead_letter_at_once_and_the_next_alert_is_tried(int status)
    {
        _server.Next.Enqueue((status, null));
        await _rig.Tell(SomeAlert.Closed, _server.Url);
        await _rig.Settled();
        await _rig.Tell(SomeAlert.Closed with { Id = "a2" }, _server.Url);
        await _rig.Settled();

        Assert.Equal(1, await _rig.Count("dead"));
        Assert.Equal(1, await _rig.Count("sent"));
        Assert.Equal(2, _server.Got.Count);
    }

    [Fact]
    public async Task Gone_disables_the_endpoint_and_tells_the_owner_elsewhere()
    {
        _server.Next.Enqueue((410, null));
        await _rig.Tell(SomeAlert.Closed, _server.Url);
        await _rig.Settled();
        await _rig.Tell(SomeAlert.Closed with { Id = "a2" }, _server.Url);
        await _rig.Settled();

        Assert.Single(_server.Got);
        Assert.Equal([_server.Url], await _rig.RetiredAddresses());
        Assert.Contains($"{_server.Url} no longer accepts messages", _rig.Printed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://[::ffff:10.0.0.1]:9/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://localhost:9/")]
    public async Task An_address_inside_is_refused_on_the_address_really_used(string address)
    {
        using var channel = new WebhookChannel(() => new HttpOptions(), TimeProvider.System);
        var receipt = await channel.Send(SomeMessage.To(address), TestContext.Current.CancellationToken);

        Assert.Contains(" leads to ", Assert.IsType<Receipt.Refused>(receipt).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_out_of_reach_is_tried_later()
    {
        using var channel = new WebhookChannel(
            () => new HttpOptions { AllowPrivateNetworks = true },
            TimeProvider.System
        );

        Assert.IsType<Receipt.Later>(
            await channel.Send(SomeMessage.To("http://127.0.0.1:9/"), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public void The_signature_is_that_of_the_published_example() =>
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Of(
                Secret,
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                Encoding.UTF8.GetBytes("{\"test\": 2432232314}")
            )
        );

    private static string Signature(IReadOnlyDictionary<string, string> headers, string body) =>
        "v1,"
        + Convert.ToBase64String(
            HMACSHA256.HashData(
                Convert.FromBase64String(Secret[6..]),
                Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}")
            )
        );
}
