using System.Security.Cryptography;
using System.Text;

namespace AlertWorker.Configuration;

/// <summary>A mark that changes when the folder or a secret does. Made of the contents: times and sizes miss changes behind links, as Kubernetes makes them.</summary>
internal static class Fingerprint
{
    public static string OfFolder(string folder) => OfFiles(Files(folder).Select(file => Path.Combine(folder, file)));

    public static string OfFiles(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\0"));
            hash.AppendData(Content(file));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>Every file that is read, relative to the folder.</summary>
    public static IEnumerable<string> Files(string folder) =>
        new[] { "", ConfigFiles.CrossingsFolder, ConfigFiles.LanguagesFolder, ConfigFiles.MessagesFolder }
            .Select(subfolder => Path.Combine(folder, subfolder))
            .Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, "*.json"))
            .Select(file => Path.GetRelativePath(folder, file))
            .Order(StringComparer.Ordinal);

    /// <summary>What is in the file; nothing while it is being replaced.</summary>
    public static byte[] Content(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
