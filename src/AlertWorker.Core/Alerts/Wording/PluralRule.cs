namespace AlertWorker.Alerts;

/// <summary>Which plural form a whole number takes, after the cardinal rules of Unicode CLDR.</summary>
public sealed class PluralRule
{
    private readonly Func<long, PluralForm> _form;

    private PluralRule(string name, IReadOnlyList<PluralForm> forms, Func<long, PluralForm> form)
    {
        Name = name;
        Forms = forms;
        _form = form;
    }

    /// <summary>One line per rule that a catalog may name.</summary>
    public static IReadOnlyList<PluralRule> All { get; } =
    [
        new("one-other", [PluralForm.One, PluralForm.Other], n => n == 1 ? PluralForm.One : PluralForm.Other),
        new("zero-one-other", [PluralForm.One, PluralForm.Other], n => n <= 1 ? PluralForm.One : PluralForm.Other),
        new("east-slavic", [PluralForm.One, PluralForm.Few, PluralForm.Many], EastSlavic),
        new("polish", [PluralForm.One, PluralForm.Few, PluralForm.Many], Polish),
        new("arabic", [.. Enum.GetValues<PluralForm>()], Arabic),
    ];

    /// <summary>As catalogs write it.</summary>
    public string Name { get; }

    /// <summary>The forms a catalog has to give.</summary>
    public IReadOnlyList<PluralForm> Forms { get; }

    public PluralForm For(long number) => _form(Math.Abs(number));

    private static PluralForm EastSlavic(long n) =>
        n % 10 == 1 && n % 100 != 11 ? PluralForm.One
        : Few(n) ? PluralForm.Few
        : PluralForm.Many;

    private static PluralForm Polish(long n) =>
        n == 1 ? PluralForm.One
        : Few(n) ? PluralForm.Few
        : PluralForm.Many;

    private static PluralForm Arabic(long n) =>
        (n, n % 100) switch
        {
            (0, _) => PluralForm.Zero,
            (1, _) => PluralForm.One,
            (2, _) => PluralForm.Two,
            (_, >= 3 and <= 10) => PluralForm.Few,
            (_, >= 11) => PluralForm.Many,
            _ => PluralForm.Other,
        };

    private static bool Few(long n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);
}
