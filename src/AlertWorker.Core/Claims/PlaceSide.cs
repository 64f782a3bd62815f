namespace AlertWorker.Claims;

/// <summary>One side of a crossing.</summary>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="Post">The post or town on that side.</param>
/// <param name="Admin">District, province or state.</param>
public sealed record PlaceSide(string Country, string? Post, string? Admin);
