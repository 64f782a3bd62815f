using MimeKit;

namespace AlertWorker.Channels;

/// <summary>Leaves mails as <c>.eml</c> files for another program to send.</summary>
internal static class PickupFolder
{
    /// <summary>Writes the file whole or not at all; the same message again replaces it.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static async Task Write(string folder, string id, MimeMessage mail, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{id}.eml");
        var half = Path.Combine(folder, $".{id}.part");
        await using (var stream = File.Create(half))
            await mail.WriteToAsync(stream, cancellation);
        File.Move(half, file, overwrite: true);
    }
}
