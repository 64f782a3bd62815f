namespace AlertWorker.Claims;

/// <summary>A crossing named in a passage, its name made out.</summary>
/// <param name="First">First token of the name.</param>
/// <param name="Last">Last token, inclusive.</param>
/// <param name="Place">The one crossing meant.</param>
/// <param name="Dateline">The name only says where the report was filed ("CHAMAN: …").</param>
/// <param name="Aside">Named for orientation ("near …") or inside an office's name.</param>
internal sealed record Mentioned(int First, int Last, Place Place, bool Dateline, bool Aside);
