namespace AlertWorker.Entries;

/// <summary>Web pages that pretend to be an answer.</summary>
public static class WebPages
{
    /// <summary>Only the beginning is looked at: a page about consent is not a consent page.</summary>
    private const int Beginning = 64 * 1024;

    private static readonly string[] Marks =
    [
        "consent.google.",
        "consent.yahoo.",
        "/cdn-cgi/challenge-platform",
        "cf-chl-",
        "cf_chl_opt",
        "Just a moment...",
        "Checking your browser",
        "DDoS protection by",
        "Attention Required! | Cloudflare",
        "_Incapsula_Resource",
        "Request unsuccessful. Incapsula",
        "captcha-delivery.com",
        "px-captcha",
        "distil_r_captcha",
        "aws-waf-token",
        "awswaf.com",
        "sucuri_cloudproxy",
        "ddos-guard",
        "Pardon Our Interruption",
        "Before you continue to",
        "Please enable JS and disable any ad blocker",
        "Enable JavaScript and cookies to continue",
        "Access Denied",
    ];

    /// <summary>A consent wall or a bot guard's challenge, which is never the text that was asked for.</summary>
    public static bool IsChallenge(string html)
    {
        var beginning = html.AsSpan(0, Math.Min(html.Length, Beginning));
        foreach (var mark in Marks)
            if (beginning.Contains(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
