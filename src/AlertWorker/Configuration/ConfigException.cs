namespace AlertWorker.Configuration;

/// <summary>The configuration cannot be used; the command line turns it into exit code 2 with every fault listed.</summary>
public sealed class ConfigException(IReadOnlyList<ConfigFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<ConfigFault> Faults { get; } = faults;
}
