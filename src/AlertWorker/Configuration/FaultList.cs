namespace AlertWorker.Configuration;

/// <summary>Collects what is wrong, so that everything is told at once. The same fault is kept once.</summary>
internal sealed class FaultList
{
    private readonly List<ConfigFault> _faults = [];
    private readonly List<ConfigFault> _warnings = [];
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public IReadOnlyList<ConfigFault> Faults => _faults;

    /// <summary>True when a fault is such that the folder cannot be used.</summary>
    public bool Unusable { get; private set; }

    public IReadOnlyList<ConfigFault> Warnings => _warnings;

    /// <summary>From now on what is wrong at a path of appsettings.json is told of the environment variable it came from.</summary>
    public void ComesFromEnvironment(string path, string variable) => _variables[path] = variable;

    public void Add(string file, string path, string problem)
    {
        Unusable = true;
        Keep(_faults, file, path, problem);
    }

    /// <summary>Adds a fault that the program has a way around.</summary>
    public void AddGap(string file, string path, string problem) => Keep(_faults, file, path, problem);

    public void Warn(string file, string path, string problem) => Keep(_warnings, file, path, problem);

    private void Keep(List<ConfigFault> list, string file, string path, string problem)
    {
        var fault =
            file == ConfigFiles.Settings && _variables.TryGetValue(path, out var variable)
                ? new ConfigFault(ConfigFiles.Environment, variable, problem)
                : new ConfigFault(file, path, problem);
        if (!list.Contains(fault))
            list.Add(fault);
    }
}
