namespace AlertWorker.Entries.Markup;

/// <summary>What all elements of one document share.</summary>
internal sealed record MarkupSource(TextBuffer Text, EntityTable Entities);
