using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>
/// <c>/unsubscribe/{token}</c> (RFC 8058): looking shows a form and changes nothing, for mail scanners follow every link; posting stops the
/// messages and answers at once, without a redirect. Addresses of the configuration are stopped as well: the store has the last word.
/// </summary>
internal sealed class UnsubscribePage(PageSources sources, AddressStore addresses)
{
    public static Task<IResult> Ask(
        string token,
        HttpRequest request,
        UnsubscribePage page,
        CancellationToken cancellation
    ) =>
        page.Answer(
            token,
            request,
            (address, reader) =>
                Task.FromResult(
                    Markup.Of(
                        $"""
                        <h1>{reader.Word("page.unsubscribe.ask", ("address", address))}</h1>
                        <form method="post" action="{reader.Link($"/unsubscribe/{token}")}"><button>{reader.Word(
                            "page.unsubscribe.button"
                        )}</button></form>

                        """
                    )
                ),
            cancellation
        );

    public static Task<IResult> Act(
        string token,
        HttpRequest request,
        UnsubscribePage page,
        CancellationToken cancellation
    ) =>
        page.Answer(
            token,
            request,
            async (address, reader) =>
            {
                await page.Stop(token, cancellation);
                return Markup.Of($"<h1>{reader.Word("page.unsubscribe.done", ("address", address))}</h1>\n");
            },
            cancellation
        );

    private async Task<IResult> Answer(
        string token,
        HttpRequest request,
        Func<string, Reader, Task<Markup>> content,
        CancellationToken cancellation
    )
    {
        var reader = sources.ReaderOf(request);
        var frame = new PageFrame(reader, reader.Word("page.unsubscribe.button"), $"/unsubscribe/{token}");
        if (await addresses.AddressOf(token, cancellation) is not { } address)
            return frame.Around(
                Markup.Of($"<h1>{reader.Word("page.unsubscribe.wrong")}</h1>\n"),
                StatusCodes.Status404NotFound
            );
        var asked = await content(MaskedAddress.Of(address), reader);
        return frame.Around(
            Markup.Of(
                $"{asked}<p><a href=\"{reader.Link($"/settings/{token}")}\">{reader.Word("page.settings")}</a></p>\n"
            )
        );
    }

    private async Task Stop(string token, CancellationToken cancellation)
    {
        if (await addresses.AddressOf(token, cancellation) is { } address)
            await addresses.Retire(address, AddressStore.Unsubscribed, cancellation);
    }
}
