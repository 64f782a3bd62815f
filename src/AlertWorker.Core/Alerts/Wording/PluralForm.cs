namespace AlertWorker.Alerts;

/// <summary>The plural categories of Unicode CLDR.</summary>
public enum PluralForm
{
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}
