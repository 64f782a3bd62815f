using AlertWorker.Channels;

namespace AlertWorker.Bot;

/// <summary>What buttons do.</summary>
public static class Verbs
{
    public const char Watch = 'w';
    public const char Unwatch = 'u';
    public const char Status = 's';
    public const char History = 'h';
    public const char Language = 'l';
    public const char Zone = 'z';
    public const char Flow = 'f';
    public const char Certainty = 'c';
    public const char Kind = 'k';
    public const char Quiet = 'q';
    public const char Digest = 'd';
    public const char Mute = AlertButtons.Mute;
    public const char Why = AlertButtons.Why;
}
