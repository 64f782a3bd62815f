using System.Net;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Web;

[Collection(nameof(SeededWorker))]
public sealed class UnsubscribeTests(SeededWorker worker)
{
    private const string Address = "mailto:ops@desk.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AddressStore Addresses => worker.Services.GetRequiredService<AddressStore>();

    [Fact]
    public async Task Looking_changes_nothing_and_one_click_stops_the_messages()
    {
        var path = $"/unsubscribe/{await Addresses.TokenOf(Address, Cancellation)}";
        using var look = await worker.Http.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, look.StatusCode);
        var form = await look.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("<form method=\"post\"", form, StringComparison.Ordinal);
        Assert.DoesNotContain("ops@desk", form, StringComparison.Ordinal);
        Assert.DoesNotContain(Address, await Retired());

        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var done = await worker.Http.PostAsync(path, click, Cancellation);

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal(path, done.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains(Address, await Retired());
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("x")]
    public async Task A_wrong_token_stops_nobody(string token)
    {
        var before = await Retired();

        using var answer = await worker.Http.PostAsync($"/unsubscribe/{token}", content: null, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(before, await Retired());
    }

    private Task<IReadOnlyList<string>> Retired() =>
        worker
            .Services.GetRequiredService<Database>()
            .Query<string>(
                "select address from address where retired is not null order by address",
                cancellation: Cancellation
            );
}
