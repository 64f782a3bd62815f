namespace AlertWorker.Entries.Markup;

/// <summary>Finds markup that would act if somebody showed the text as HTML.</summary>
internal static class ActiveMarkup
{
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0; )
        {
            if (IsActive(text[(at + 1)..]))
                return true;
            var next = text[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }

    private static bool IsActive(ReadOnlySpan<char> tag)
    {
        // Up to the next angle bracket: what stands behind another "<" is looked at from there.
        var end = tag.IndexOfAny('<', '>');
        tag = (end < 0 ? tag : tag[..end]).TrimStart();
        if (tag.IsEmpty)
            return false;
        var nameEnd = 0;
        while (nameEnd < tag.Length && char.IsAsciiLetterOrDigit(tag[nameEnd]))
            nameEnd++;
        return HtmlTags.IsActive(tag[..nameEnd])
            || tag.Contains("javascript:", StringComparison.OrdinalIgnoreCase)
            || tag.Contains("vbscript:", StringComparison.OrdinalIgnoreCase)
            || HasHandler(tag);
    }

    /// <summary>White space, "on", letters, "=": an event handler (WHATWG HTML §8.1.8.1).</summary>
    private static bool HasHandler(ReadOnlySpan<char> tag)
    {
        for (var equals = tag.IndexOf('='); equals > 0; )
        {
            var name = tag[..equals].TrimEnd();
            var start = name.LastIndexOfAny(Characters.BeforeAttribute) + 1;
            if (
                start > 0
                && name.Length - start > 2
                && name[start..].StartsWith("on", StringComparison.OrdinalIgnoreCase)
            )
                return true;
            var next = tag[(equals + 1)..].IndexOf('=');
            equals = next < 0 ? -1 : equals + 1 + next;
        }
        return false;
    }
}
