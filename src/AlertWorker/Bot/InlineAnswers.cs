using System.Globalization;
using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Crossings;
using AlertWorker.Storage;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;

namespace AlertWorker.Bot;

/// <summary>
/// Inline mode: whoever types <c>@bot torkham</c> in any chat may share the present state there. Nothing typed shows what the person watches.
/// To be switched on with BotFather's <c>/setinline</c>.
/// </summary>
public sealed class InlineAnswers(
    BotWorld world,
    Subscriptions people,
    StatusStore statuses,
    StatusTeller teller,
    TelegramGate gate
)
{
    /// <summary>The Bot API allows 50; a phone shows five.</summary>
    private const int Most = 20;

    /// <summary>Clients ask with every letter typed; commands are rarer.</summary>
    private const int MostAMinute = 60;

    /// <summary>A state that is a minute old has cost trucks.</summary>
    private const int CacheSeconds = 15;

    private readonly ChatFlood _flood = new(TimeProvider.System, MostAMinute);

    /// <summary>Offers the crossings meant, each as a message with its state and evidence.</summary>
    public async Task Answer(InlineQuery query, CancellationToken cancellation)
    {
        if (!_flood.Allows(query.From.Id))
            return;
        var chat = new TelegramAddress(query.From.Id.ToString(CultureInfo.InvariantCulture), null);
        var (person, _) = await people.Of(chat, world.Spoken(query.From.LanguageCode), cancellation);
        var catalog = world.Catalogs.For(person.Language);
        var book = await statuses.Book(cancellation);
        var offered = Offered(query.Query.Trim(), person, book)
            .Take(Most)
            .Select(crossing => Article(crossing, book, catalog, person.TimeZone))
            .ToArray();
        await gate.Ask(
            async (bot, patience) =>
            {
                await bot.AnswerInlineQuery(
                    query.Id,
                    offered,
                    CacheSeconds,
                    isPersonal: true, // its language and zone are the person's
                    button: new InlineQueryResultsButton(catalog.Plain("button.watch")) { StartParameter = "watch" },
                    cancellationToken: patience
                );
                return true;
            },
            cancellation
        );
    }

    private IEnumerable<Crossing> Offered(string typed, Subscriber person, CrossingBook book)
    {
        if (typed.Length == 0)
            return StatusTeller.WorstFirst(Selectors.Crossings(person, world), book);
        var meant = Meant.By(typed, world);
        if (meant.Selector is not { } selector)
            return meant.Candidates;
        var nobody = new Subscriber { Id = "", To = [] };
        return StatusTeller.WorstFirst(Selectors.Crossings(Selectors.With(nobody, selector), world), book);
    }

    private InlineQueryResultArticle Article(Crossing crossing, CrossingBook book, MessageCatalog catalog, string zone)
    {
        var message = teller.Of(crossing, book, catalog, zone);
        return new InlineQueryResultArticle(
            crossing.Id,
            message.Subject,
            new InputTextMessageContent(TelegramHtml.Render(message))
            {
                ParseMode = ParseMode.Html,
                LinkPreviewOptions = LinkPreviewOptions.Disabled,
            }
        )
        {
            Description = message.Lines.Skip(2).FirstOrDefault()?.Text,
        };
    }
}
