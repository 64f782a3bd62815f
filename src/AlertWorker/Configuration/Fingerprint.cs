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
            hash.AppendData(OfFile(file));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>Digest of what is in the file; of nothing while it is being replaced. The folder is looked at every few seconds: no file is held in memory for that.</summary>
    public static byte[] OfFile(string file)
    {
        try
        {
            using var content = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite,
                bufferSize: 1
            );
            return SHA256.HashData(content);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return SHA256.HashData([]);
        }
    }

    /// <summary>Every file that is read, relative to the folder.</summary>
    public static IEnumerable<string> Files(string folder) =>
        new[] { "", ConfigFiles.CrossingsFolder, ConfigFiles.LanguagesFolder, ConfigFiles.MessagesFolder }
            .Select(subfolder => Path.Combine(folder, subfolder))
            .Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, "*.json"))
            .Select(file => Path.GetRelativePath(folder, file))
            .Order(StringComparer.Ordinal);
}
