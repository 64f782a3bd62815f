using System.Security.Cryptography;
using System.Text;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>The alert with which an operator takes another back: what it was, why it is withdrawn, and what is known now.</summary>
public static class Correction
{
    /// <summary>The alert that tells whoever was told.</summary>
    /// <param name="why">What was wrong, in the operator's words.</param>
    /// <param name="known">The crossing after the correction; null when it was not known or is no longer configured.</param>
    public static Alert Of(Alert alert, string why, DateTimeOffset now, CrossingStatus? known) =>
        alert with
        {
            // Derived from the alert, so that it is withdrawn once.
            Id = Hash($"withdrawn\n{alert.Id}"),
            At = now,
            Kind = AlertKind.Correction,
            Status = known?.Headline ?? Status.Unknown,
            Before = alert.Status,
            Flows = known?.Flows ?? alert.Flows.ToDictionary(flow => flow.Key, _ => Status.Unknown),
            Certainty = known is { Headline: not Status.Unknown } ? known.Certainty : Certainty.Likely,
            Since = known?.Since ?? now,
            Disputed = false,
            Scheduled = null,
            Cause = known?.Cause,
            Withdrawn = new Withdrawn(alert.At, alert.Quotes[0]),
            Quotes =
            [
                new Quote(alert.Quotes[0].EntryId, why, Speaker.Operator, "AlertWorker", null, now, null),
                .. StatusWording.Evidence(known).Where(quote => quote.Speaker.Kind != SpeakerKind.Operator),
            ],
            Alternatives = [],
            Reason = "withdrawn-by-operator",
            Loud = true,
        };

    /// <summary>Derived from the correction and whom it goes to, so that nobody gets it twice.</summary>
    public static string DeliveryId(Alert correction, string address) => Hash($"{correction.Id}\n{address}");

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
