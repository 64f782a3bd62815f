using System.Globalization;
using AlertWorker.Alerts;
using AlertWorker.Bot;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>The fields of a subscription, shown and read back. What cannot be read leaves the setting as it was.</summary>
internal sealed class SettingsForm(PageSources sources, Reader reader)
{
    /// <summary>As in the bot: whoever sleeps is woken by these.</summary>
    private static readonly AlertKind[] Always = [AlertKind.Closed, AlertKind.Reopened];

    public Markup Fields(Subscriber person) =>
        Markup.Of(
            $"""
            {Boxes(
                "page.settings.watch",
                "keep",
                Selectors.Of(person).Select(one => (one, sources.Name(one, reader), true))
            )}<label>{reader.Word("page.settings.add")} <input name="add" maxlength="300" dir="auto"></label>
            {Boxes("page.settings.flows", "flow", Choices("flows", person.Flows))}{Boxes(
                "button.kinds",
                "kind",
                Choices("kind", person.Kinds)
            )}<label>{reader.Word("page.settings.certainty")} <select name="certainty">
            {Options(
                Enum.GetValues<Certainty>().Select(one => (Lower(one), reader.Word("bot.certainty", one))),
                Lower(person.MinCertainty)
            )}</select></label>
            <label>{reader.Word("page.language")} <select name="language">
            {Options(reader.Catalogs.All.Select(one => (one.Language, one.Name)), person.Language)}</select></label>
            <label>{reader.Word("page.settings.zone")} <input name="zone" value="{person.TimeZone}" maxlength="60" dir="ltr"></label>
            <fieldset><legend>{reader.Word("page.settings.quiet")}</legend>{Time(
                "quiet-from",
                person.QuietHours?.From
            )}{Time("quiet-to", person.QuietHours?.To)}</fieldset>
            <label>{reader.Word("page.settings.digest")} {Time("digest", person.Digest)}</label>

            """
        );

    /// <returns>The person as wished, and the first name that nothing was found for.</returns>
    public (Subscriber Person, string? Unknown) Read(WebForm form, Subscriber person)
    {
        var added = form.List("add").Select(text => (Text: text, sources.Meant(text).Selector)).ToArray();
        var kept = Selectors.Of(person).Except(form.All("keep"), StringComparer.Ordinal).ToArray();
        person = kept.Aggregate(person, Selectors.Without);
        person = added.Select(one => one.Selector).OfType<string>().Aggregate(person, Selectors.With);
        var language = form.Text("language");
        var zone = form.Text("zone");
        return (
            person with
            {
                Flows = Ticked(form, "flow", person.Flows),
                Kinds = Ticked(form, "kind", person.Kinds),
                MinCertainty = Enum.TryParse<Certainty>(form.Text("certainty"), true, out var certainty)
                    ? certainty
                    : person.MinCertainty,
                Language = reader.Catalogs.Has(language) ? language : person.Language,
                TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : person.TimeZone,
                QuietHours =
                    Hour(form, "quiet-from") is { } from && Hour(form, "quiet-to") is { } to && from != to
                        ? new QuietHours(from, to, person.QuietHours?.Except ?? Always)
                        : null,
                Digest = Hour(form, "digest"),
            },
            added.FirstOrDefault(one => one.Selector is null).Text
        );
    }

    private static IReadOnlyList<T> Ticked<T>(WebForm form, string name, IReadOnlyList<T> before)
        where T : struct, Enum
    {
        T[] ticked = [.. Enum.GetValues<T>().Where(one => form.All(name).Contains(Lower(one)))];
        return ticked.Length == 0 ? before : ticked;
    }

    private static TimeOnly? Hour(WebForm form, string name) =>
        TimeOnly.TryParse(form.Text(name), CultureInfo.InvariantCulture, out var hour) ? hour : null;

    private IEnumerable<(string Value, string Label, bool On)> Choices<T>(string group, IReadOnlyList<T> on)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(one => (Lower(one), reader.Word(group, one), on.Contains(one)));

    private Markup Boxes(string legend, string name, IEnumerable<(string Value, string Label, bool On)> boxes) =>
        Markup.Of(
            $"<fieldset><legend>{reader.Word(legend)}</legend>\n{boxes.Select(box => Markup.Of($"<label><input type=\"checkbox\" name=\"{name}\" value=\"{box.Value}\"{(box.On ? Markup.Of($" checked") : null)}> <bdi>{box.Label}</bdi></label>\n"))}</fieldset>\n"
        );

    private static Markup Options(IEnumerable<(string Value, string Label)> options, string chosen) =>
        Markup.Of(
            options.Select(option =>
                Markup.Of(
                    $"<option value=\"{option.Value}\"{(option.Value == chosen ? Markup.Of($" selected") : null)}>{option.Label}</option>\n"
                )
            )
        );

    private static Markup Time(string name, TimeOnly? time) =>
        Markup.Of(
            $"<input type=\"time\" name=\"{name}\" value=\"{time?.ToString("HH':'mm", CultureInfo.InvariantCulture)}\" dir=\"ltr\">"
        );

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
