namespace AlertWorker.Entries;

/// <summary>One post of a structured status feed, word for word.</summary>
/// <param name="Number">The authority's number of the post (CBP port number).</param>
/// <param name="Crossing">The crossing's name; empty where the authority leaves it so.</param>
/// <param name="Port">The name of the port it belongs to.</param>
/// <param name="Status">"Open", "Closed" … as shown.</param>
public sealed record PostStatus(string Number, string Crossing, string Port, string Status);
