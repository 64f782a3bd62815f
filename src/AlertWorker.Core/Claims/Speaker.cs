namespace AlertWorker.Claims;

/// <summary>Who says it.</summary>
/// <param name="Name">Personal name; null when not given.</param>
/// <param name="Role">Office or capacity in the text's words, lower case: "assistant commissioner", "traders"; null when only the outlet speaks.</param>
/// <param name="Side">ISO country the speaker belongs to; null when not known.</param>
public sealed record Speaker(string? Name, string? Role, string? Side, SpeakerKind Kind)
{
    public static Speaker Outlet { get; } = new(null, null, null, SpeakerKind.Outlet);

    public static Speaker Operator { get; } = new(null, null, null, SpeakerKind.Operator);
}
