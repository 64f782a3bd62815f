namespace AlertWorker.Entries.Dates;

internal enum DateWordKind
{
    Number,
    Word,
    Time,
    Offset,

    /// <summary>Something with the shape of a time or an offset that cannot be one: the whole date is void.</summary>
    Impossible,
}
