using System.Text.Json;

namespace AlertWorker.Channels;

/// <summary>A button under an alert.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Data">What comes back when it is pressed, sealed.</param>
public readonly record struct AlertButton(JsonEncodedText Label, string Data);
