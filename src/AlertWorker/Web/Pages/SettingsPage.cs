using AlertWorker.Alerts;
using AlertWorker.Bot;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>/settings/{token}</c>: what a reader by mail watches and how; the token is the one of the unsubscribe link.</summary>
internal sealed class SettingsPage(PageSources sources, AddressStore addresses, Subscriptions people)
{
    public static async Task<IResult> Show(
        string token,
        HttpRequest request,
        SettingsPage page,
        CancellationToken cancellation
    )
    {
        var reader = page.Reader(request);
        return await page.Find(token, cancellation) switch
        {
            null => Wrong(token, reader),
            (var address, null) => Told(token, reader, address, "page.settings.file"),
            (var address, { } person) => page.Form(token, reader, address, person, null),
        };
    }

    public static async Task<IResult> Act(
        string token,
        HttpRequest request,
        SettingsPage page,
        CancellationToken cancellation
    )
    {
        var reader = page.Reader(request);
        if (await WebForm.Read(request, cancellation) is not { } form)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        return await page.Find(token, cancellation) switch
        {
            null => Wrong(token, reader),
            (var address, null) => Told(token, reader, address, "page.settings.file"),
            (var address, { } person) when form.Has("delete") => await page.Delete(
                token,
                reader,
                address,
                person,
                cancellation
            ),
            (var address, { } person) => await page.Save(token, reader, address, person, form, cancellation),
        };
    }

    private Reader Reader(HttpRequest request) => sources.ReaderOf(request);

    private async Task<(string Address, Subscriber? Person)?> Find(string token, CancellationToken cancellation) =>
        await addresses.AddressOf(token, cancellation) is { } address
            ? (address, await people.Find(address, cancellation))
            : null;

    private async Task<IResult> Delete(
        string token,
        Reader reader,
        string address,
        Subscriber person,
        CancellationToken cancellation
    )
    {
        await people.Forget(person, cancellation);
        return Told(token, reader, address, "page.settings.deleted");
    }

    private async Task<IResult> Save(
        string token,
        Reader reader,
        string address,
        Subscriber person,
        WebForm form,
        CancellationToken cancellation
    )
    {
        var (changed, unknown) = new SettingsForm(sources, reader).Read(form, person);
        await people.Keep(changed, cancellation);
        var said = unknown is null ? reader.Word("page.settings.saved") : reader.Word("page.none", ("name", unknown));
        return Form(token, reader, address, changed, said);
    }

    private IResult Form(string token, Reader reader, string address, Subscriber person, string? said) =>
        Page(
            token,
            reader,
            Markup.Of(
                $"""
                <p class="lead">{MaskedAddress.Of(address)}</p>
                {(said is null ? null : Markup.Of($"<p role=\"status\"><strong>{said}</strong></p>\n"))}<form class="fields" method="post" action="{reader.Link(
                    $"/settings/{token}"
                )}">
                {new SettingsForm(sources, reader).Fields(person)}<button>{reader.Word("page.settings.save")}</button>
                </form>
                <p><a href="{reader.Link($"/unsubscribe/{token}")}">{reader.Word("page.unsubscribe.button")}</a></p>
                <form method="post" action="{reader.Link(
                    $"/settings/{token}"
                )}"><button name="delete" value="1">{reader.Word("page.settings.delete")}</button></form>

                """
            )
        );

    private static IResult Told(string token, Reader reader, string address, string key) =>
        Page(token, reader, Markup.Of($"<p>{reader.Word(key, ("address", MaskedAddress.Of(address)))}</p>\n"));

    private static IResult Wrong(string token, Reader reader) =>
        Page(
            token,
            reader,
            Markup.Of($"<p>{reader.Word("page.unsubscribe.wrong")}</p>\n"),
            StatusCodes.Status404NotFound
        );

    private static IResult Page(string token, Reader reader, Markup content, int status = StatusCodes.Status200OK) =>
        new PageFrame(reader, reader.Word("page.settings"), $"/settings/{token}").Around(
            Markup.Of($"<h1>{reader.Word("page.settings")}</h1>\n{content}"),
            status
        );
}
