namespace AlertWorker.Configuration;

/// <summary>What reading the folder gave.</summary>
/// <param name="Value">The configuration; null when a fault makes it unusable.</param>
/// <param name="Faults">Every fault found, file by file. Gaps in a translation are faults, but the worker runs with them.</param>
/// <param name="Warnings">What works, but probably not as meant.</param>
/// <param name="SecretFiles">Absolute paths of the secrets read besides the folder, to be watched with it.</param>
/// <param name="Fingerprint">Mark of the folder and the secrets as they were read.</param>
public sealed record ConfigReading(
    WorkerConfiguration? Value,
    IReadOnlyList<ConfigFault> Faults,
    IReadOnlyList<ConfigFault> Warnings,
    IReadOnlyList<string> SecretFiles,
    string Fingerprint
);
