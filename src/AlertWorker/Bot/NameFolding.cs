using System.Globalization;
using System.Text;

namespace AlertWorker.Bot;

/// <summary>Brings names as people type them to one form: case, accents, letter variants of the Arabic script, hyphens and joiners.</summary>
public static class NameFolding
{
    /// <summary>Letters and digits of the text, folded; words parted by one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark || rune.Value == 0x640)
                continue;
            if (Rune.IsLetterOrDigit(rune) || category == UnicodeCategory.SpacingCombiningMark)
                folded.Append(Same(Rune.ToLowerInvariant(rune)));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    private static string Same(Rune letter) =>
        letter.Value switch
        {
            'ي' or 'ى' or 'ې' or 'ۍ' or 'ے' or 'ئ' => "ی",
            'ك' or 'ګ' or 'گ' => "ک",
            'ه' or 'ة' or 'ۀ' or 'ھ' => "ہ",
            'أ' or 'إ' or 'آ' or 'ٱ' => "ا",
            'ؤ' => "و",
            'ط' => "ت",
            'ړ' or 'ڑ' => "ر",
            'ё' => "е",
            'ı' => "i",
            'ł' => "l",
            _ => letter.ToString(),
        };
}
