namespace AlertWorker.Entries;

/// <summary>CSS selectors of an HTML list page. All but <paramref name="Item"/> are looked up inside an item.</summary>
/// <param name="Item">One match an entry.</param>
/// <param name="Title">Its headline; null takes the link's text, or the item's.</param>
/// <param name="Link">An element with href; null takes the first link of the item.</param>
/// <param name="Date">An element with a datetime attribute or a date as text; null takes a time element if there is one.</param>
/// <param name="Summary">Its text; null takes none.</param>
public sealed record HtmlSelectors(
    string Item,
    string? Title = null,
    string? Link = null,
    string? Date = null,
    string? Summary = null
);
