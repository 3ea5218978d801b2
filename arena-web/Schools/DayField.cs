namespace ArenaWeb.Schools;

/// <summary>A field for a day.</summary>
/// <param name="Hint">What an empty field means; null: it may not be empty.</param>
internal sealed record DayField(string Name, string Label, string? Value, string? Hint = null);
