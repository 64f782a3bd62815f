namespace AlertWorker.Commands;

/// <summary>A speaker as the contract shows it.</summary>
internal sealed record SpeakerLine(string? Name, string? Role, string? Side, string Kind);
