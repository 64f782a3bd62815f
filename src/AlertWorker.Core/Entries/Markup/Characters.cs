using System.Buffers;

namespace AlertWorker.Entries.Markup;

/// <summary>Sets of characters that are searched for.</summary>
internal static class Characters
{
    public static readonly SearchValues<char> DocumentSpace = SearchValues.Create(" \t\r\n\ufeff\0");
    public static readonly SearchValues<char> SpaceOrClose = SearchValues.Create(" \t\r\n>");
    public static readonly SearchValues<char> TokenEnd = SearchValues.Create(" \t\r\n\"'>");
    public static readonly SearchValues<char> TagNameEnd = SearchValues.Create(" \t\r\n\f/>");
    public static readonly SearchValues<char> BeforeAttribute = SearchValues.Create(" \t\n\r\f/\"'");
    public static readonly SearchValues<char> LabelEnd = SearchValues.Create("\"' \t\r\n?>/;");
    public static readonly SearchValues<char> Host = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-."
    );
    public static readonly SearchValues<char> ZoneId = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_/-+0123456789"
    );
    public static readonly SearchValues<char> Scheme = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
    );
}
