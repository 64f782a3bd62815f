using System.Text.Json.Serialization;

namespace AlertWorker.Crossings;

/// <summary>What passes: a mode in a direction. Written <c>cargo:PK&gt;AF</c> everywhere outside.</summary>
/// <param name="From">ISO country left.</param>
/// <param name="To">ISO country entered.</param>
[JsonConverter(typeof(FlowJsonConverter))]
public readonly record struct Flow(FlowMode Mode, string From, string To)
{
    public override string ToString() => $"{(Mode == FlowMode.Cargo ? "cargo" : "people")}:{From}>{To}";

    /// <summary>Reads <c>cargo:PK&gt;AF</c>.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static Flow Parse(string text)
    {
        var parts = text.Split(':', '>');
        if (parts is not [var mode, var from, var to] || mode is not ("cargo" or "people"))
            throw new FormatException($"'{text}' is not a flow like cargo:PK>AF");
        return new Flow(mode == "cargo" ? FlowMode.Cargo : FlowMode.People, from, to);
    }
}
