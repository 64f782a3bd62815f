namespace AlertWorker.Entries.Dates;

/// <summary>A month by number in its calendar.</summary>
internal readonly record struct Month(CalendarKind Calendar, int Number);
