namespace AlertWorker.Crossings;

/// <summary>What a claim amounts to for the fold.</summary>
internal enum SayingKind
{
    Nothing,
    Closes,
    Opens,
    Plans,
    DeniesClosure,
    DeniesOpening,
}
