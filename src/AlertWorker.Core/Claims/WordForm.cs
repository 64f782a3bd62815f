namespace AlertWorker.Claims;

/// <summary>In which forms a word of an alias stands in texts.</summary>
internal enum WordForm
{
    /// <summary>As it is.</summary>
    Exact,

    /// <summary>With any ending after it.</summary>
    Beginning,

    /// <summary>As the languages inflect names: with an ending of its own, some of the last letters lost.</summary>
    Name,
}
