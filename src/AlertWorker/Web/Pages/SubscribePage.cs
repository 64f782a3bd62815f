using AlertWorker.Bot;
using AlertWorker.Configuration;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>/subscribe</c>: asks for a mail address and what to watch. The answer is the same whether the address is known here or not.</summary>
internal sealed class SubscribePage(PageSources sources, SubscriptionDesk desk, RequestBudget budget)
{
    private const int MostWishes = 20;

    public static Task<IResult> Ask(HttpRequest request, SubscribePage page)
    {
        var reader = page.Reader(request);
        var watch = new WebQuery(request).Text("watch") ?? "";
        return Task.FromResult(page.Form(reader, new Wish("", watch, [], []), null));
    }

    public static async Task<IResult> Act(HttpRequest request, SubscribePage page, CancellationToken cancellation) =>
        await WebForm.Read(request, cancellation) is { } form
            ? await page.Answer(form, request, cancellation)
            : Results.StatusCode(StatusCodes.Status400BadRequest);

    /// <summary>The way here; nothing where nobody can subscribe.</summary>
    public static Markup? Link(PageSources sources, Reader reader, string? crossing = null) =>
        sources.TakesSubscriptions
            ? Markup.Of(
                $"<p><a href=\"{reader.Link(crossing is null ? "/subscribe" : $"/subscribe?watch={crossing}")}\">{reader.Word("page.subscribe")}</a></p>\n"
            )
            : null;

    private Reader Reader(HttpRequest request) => sources.ReaderOf(request);

    private async Task<IResult> Answer(WebForm form, HttpRequest request, CancellationToken cancellation)
    {
        var reader = Reader(request);
        var wish = Read(form);
        if (!AddrSpec.IsPlain(wish.Address))
            return Form(reader, wish, reader.Word("page.subscribe.bad"));
        if (wish.Unclear.FirstOrDefault(unclear => unclear.Candidates.Count == 0) is { } unknown)
            return Form(reader, wish, reader.Word("page.none", ("name", unknown.Typed)));
        if (wish.Unclear.Count > 0 || wish.Selectors.Count == 0)
            return Form(reader, wish, reader.Word("page.subscribe.which"));
        if (!sources.TakesSubscriptions || !budget.Allows(request.HttpContext.Connection.RemoteIpAddress))
            return Page(
                reader,
                Markup.Of($"<p>{reader.Word("page.subscribe.busy")}</p>\n"),
                StatusCodes.Status429TooManyRequests
            );
        await desk.Ask(wish.Address, wish.Selectors, reader, cancellation);
        return Page(
            reader,
            Markup.Of($"<p>{reader.Word("page.subscribe.sent", ("address", $"\u2068{wish.Address}\u2069"))}</p>\n")
        );
    }

    private Wish Read(WebForm form)
    {
        var typed = form.List("watch")
            .Take(MostWishes)
            .Select(text => new Unclear(text, sources.Meant(text)))
            .ToArray();
        var picked = form.All("pick")
            .Take(MostWishes)
            .Select(id => sources.Meant(id).Selector)
            .OfType<string>()
            .ToArray();
        // A name in doubt was answered by ticking one of its candidates.
        var unclear = typed.Where(one =>
            one.Meant.Selector is null && !one.Candidates.Any(candidate => picked.Contains($"x:{candidate.Id}"))
        );
        return new Wish(
            form.Text("address"),
            form.Text("watch"),
            [
                .. typed
                    .Select(one => one.Meant.Selector)
                    .OfType<string>()
                    .Concat(picked)
                    .Distinct(StringComparer.Ordinal),
            ],
            [.. unclear]
        );
    }

    private IResult Form(Reader reader, Wish wish, string? fault)
    {
        if (!sources.TakesSubscriptions)
            return MissingPage.Of(reader);
        var watch = reader.Word("page.subscribe.watch", ("everything", reader.Word("bot.everything")));
        return Page(
            reader,
            Markup.Of(
                $"""
                <p class="lead">{reader.Word("page.subscribe.lead")}</p>
                {(fault is null ? null : Markup.Of($"<p class=\"fault\" role=\"alert\">{fault}</p>\n"))}<form class="fields" method="post" action="{reader.Link(
                    "/subscribe"
                )}">
                <label>{reader.Word("page.subscribe.address")} <input type="email" name="address" value="{wish.Address}" maxlength="254" required dir="ltr" autocomplete="email"></label>
                <label>{watch} <input name="watch" value="{wish.Watch}" maxlength="300" required dir="auto"></label>
                {Candidates(wish, reader)}<button>{reader.Word("page.subscribe.button")}</button>
                </form>

                """
            ),
            fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    private Markup? Candidates(Wish wish, Reader reader)
    {
        var crossings = wish
            .Unclear.SelectMany(unclear => unclear.Candidates)
            .DistinctBy(crossing => crossing.Id)
            .ToArray();
        return crossings.Length == 0
            ? null
            : Markup.Of(
                $"<fieldset><legend>{reader.Word("page.subscribe.which")}</legend>\n{crossings.Select(crossing => Markup.Of($"<label><input type=\"checkbox\" name=\"pick\" value=\"{crossing.Id}\"> <bdi>{sources.Name($"x:{crossing.Id}", reader)}</bdi> ({reader.Border(crossing.Countries)})</label>\n"))}</fieldset>\n"
            );
    }

    private static IResult Page(Reader reader, Markup content, int status = StatusCodes.Status200OK) =>
        new PageFrame(reader, reader.Word("page.subscribe"), "/subscribe").Around(
            Markup.Of($"<h1>{reader.Word("page.subscribe")}</h1>\n{content}"),
            status
        );

    /// <summary>What was filled in.</summary>
    private sealed record Wish(
        string Address,
        string Watch,
        IReadOnlyList<string> Selectors,
        IReadOnlyList<Unclear> Unclear
    );

    /// <summary>A text, and what it may mean.</summary>
    private sealed record Unclear(string Typed, Meant Meant)
    {
        public IReadOnlyList<Crossings.Crossing> Candidates => Meant.Candidates;
    }
}
