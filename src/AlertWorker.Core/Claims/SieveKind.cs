namespace AlertWorker.Claims;

/// <summary>What the words are for that let a text through.</summary>
[Flags]
internal enum SieveKind
{
    None = 0,
    Border = 1,
    Country = 2,
    Traffic = 4,

    /// <summary>A crossing is named.</summary>
    Name = 8,

    /// <summary>A crossing may be named, or something else.</summary>
    DoubtfulName = 16,
}
