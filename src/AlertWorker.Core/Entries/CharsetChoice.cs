using System.Text;

namespace AlertWorker.Entries;

/// <summary>How a body is to be decoded.</summary>
/// <param name="Encoding">The table.</param>
/// <param name="Mark">Length of the byte order mark in front.</param>
/// <param name="Name">The name to report.</param>
/// <param name="Warning">What was wrong with the declared one; null when nothing.</param>
internal sealed record CharsetChoice(Encoding Encoding, int Mark, string Name, string? Warning);
