using AlertWorker.Alerts;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>/confirm/{token}</c>, the link of the mail: looking changes nothing, for mail scanners follow every link; the button says yes.</summary>
internal sealed class ConfirmPage(PageSources sources, SubscriptionDesk desk)
{
    public static Task<IResult> Ask(
        string token,
        HttpRequest request,
        ConfirmPage page,
        CancellationToken cancellation
    ) =>
        page.Answer(
            token,
            request,
            (wish, reader) =>
                Task.FromResult(
                    Markup.Of(
                        $"""
                        <h1>{reader.Word("page.confirm.ask", ("address", MaskedAddress.Of(wish.Id)))}</h1>
                        <form method="post" action="{reader.Link($"/confirm/{token}")}"><button>{reader.Word(
                            "page.confirm.button"
                        )}</button></form>

                        """
                    )
                ),
            cancellation
        );

    public static Task<IResult> Act(
        string token,
        HttpRequest request,
        ConfirmPage page,
        CancellationToken cancellation
    ) =>
        page.Answer(
            token,
            request,
            async (wish, reader) =>
            {
                var settings = await page.Confirm(wish, cancellation);
                return Markup.Of(
                    $"""
                    <h1>{reader.Word("page.confirm.done", ("address", MaskedAddress.Of(wish.Id)))}</h1>
                    <p><a href="{reader.Link($"/settings/{settings}")}">{reader.Word("page.settings")}</a></p>

                    """
                );
            },
            cancellation
        );

    private Task<string> Confirm(Subscriber wish, CancellationToken cancellation) => desk.Confirm(wish, cancellation);

    private async Task<IResult> Answer(
        string token,
        HttpRequest request,
        Func<Subscriber, Reader, Task<Markup>> content,
        CancellationToken cancellation
    )
    {
        var reader = sources.ReaderOf(request);
        var frame = new PageFrame(reader, reader.Word("page.subscribe"), $"/confirm/{token}");
        return await desk.Asked(token, cancellation) is { } wish
            ? frame.Around(await content(wish, reader))
            : frame.Around(
                Markup.Of($"<h1>{reader.Word("page.unsubscribe.wrong")}</h1>\n"),
                StatusCodes.Status404NotFound
            );
    }
}
