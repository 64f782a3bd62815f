namespace AlertWorker.Claims;

/// <summary>The clause a claim rests on: a literal part of title + "\n" + text, offsets in UTF-16 units.</summary>
public sealed record Evidence(string Text, int Start, int End);
