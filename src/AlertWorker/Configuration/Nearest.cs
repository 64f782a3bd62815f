using FuzzySharp;

namespace AlertWorker.Configuration;

/// <summary>Guesses what somebody meant to write.</summary>
internal static class Nearest
{
    private const int GoodEnough = 70; // of 100: a slip of the finger or two, not another word

    /// <summary><c>, did you mean 'torkham'?</c>, or nothing when no known word is near.</summary>
    public static string Hint(string written, IEnumerable<string> known)
    {
        var best = known
            .Select(word => (Word: word, Score: Fuzz.Ratio(written.ToUpperInvariant(), word.ToUpperInvariant())))
            .Where(guess => guess.Score >= GoodEnough)
            .OrderByDescending(guess => guess.Score)
            .FirstOrDefault();
        return best.Word is null ? "" : $", did you mean '{best.Word}'?";
    }
}
