namespace AlertWorker.Configuration;

/// <summary>Secrets given as a file (<c>BotTokenFile</c>): Docker and Kubernetes hand them over so.</summary>
internal sealed class Secrets(string folder)
{
    private readonly List<string> _files = [];

    /// <summary>Absolute paths of every secret file named, found or not.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>The block with <paramref name="key"/> filled from the file that <c>keyFile</c> names; a relative path counts from the configuration folder.</summary>
    public ConfigNode Resolve(ConfigNode block, string key)
    {
        var fileKey = block[key + "File"];
        if (fileKey?.Text is not { } path)
            return block;
        if (block[key] is not null)
        {
            fileKey.Fault($"the secret is given twice; keep either {key} or {key}File");
            return block;
        }
        return Read(fileKey, path) is { } secret ? block.With(key, secret) : block;
    }

    private string? Read(ConfigNode fileKey, string path)
    {
        var file = Path.GetFullPath(path, folder);
        _files.Add(file);
        try
        {
            var secret = File.ReadAllText(file).Trim();
            if (secret.Length > 0)
                return secret;
            fileKey.Fault($"the file {file} is empty; it must hold the secret");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var why = fault is UnauthorizedAccessException ? "may not be read by this user" : "cannot be found";
            fileKey.Fault($"the file {file} {why}; give the path of a file that holds the secret");
        }
        return null;
    }
}
