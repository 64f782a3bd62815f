namespace AlertWorker.Storage;

/// <summary>What the seen-set knows of a story.</summary>
/// <param name="Key">Hash of feed and stable identity.</param>
/// <param name="Fingerprint">Hash of title and link: the same story under a new guid.</param>
/// <param name="Content">Hash of the whole text: changed under the same guid.</param>
/// <param name="FirstSeen">Unix milliseconds, UTC.</param>
/// <param name="LastSeen">Unix milliseconds, UTC; brought up to date about once a day.</param>
public sealed record SeenEntry(string Key, string Fingerprint, string Content, long FirstSeen, long LastSeen);
