namespace AlertWorker.Entries.Markup;

/// <summary>An attribute as written: name and value by position, entities still in place.</summary>
internal readonly record struct RawAttribute(Slice Name, Slice Value);
