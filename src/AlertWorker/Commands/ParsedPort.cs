using System.Text.Json.Serialization;

namespace AlertWorker.Commands;

/// <summary>A post of a structured status feed, under the names the authority gives the fields.</summary>
public sealed record ParsedPort(
    [property: JsonPropertyName("port_number")] string PortNumber,
    [property: JsonPropertyName("port_name")] string PortName,
    [property: JsonPropertyName("crossing_name")] string CrossingName,
    [property: JsonPropertyName("port_status")] string PortStatus
);
