namespace AlertWorker.Claims;

/// <summary>A cue found in a text.</summary>
/// <param name="First">First token.</param>
/// <param name="Last">Last token, inclusive.</param>
/// <param name="Fixed">How many of its words the lexicon names; the others fill a gap.</param>
internal readonly record struct CueHit(int First, int Last, Cue Cue, int Fixed)
{
    public bool Is(CueClass cueClass) => Cue.Kind == CueKind.Class && Cue.Class == cueClass;

    public bool Covers(int token) => token >= First && token <= Last;
}
