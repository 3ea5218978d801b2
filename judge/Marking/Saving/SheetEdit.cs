namespace Judge.Marking.Saving;

/// <summary>One change of one field of a draft, as a device keeps it until it is acknowledged.</summary>
/// <param name="Id">Drawn by the device; the same edit may come many times.</param>
/// <param name="Field">Such as <c>mark.design</c>.</param>
/// <param name="Value">Null: the field was emptied.</param>
/// <param name="Base">
/// The edit whose value was on the screen when this one was typed, also one that is not acknowledged yet; null: the field was untouched.
/// Naming the edit and not a number keeps what was typed on top of a refused edit from passing for an answer to what refused it.
/// </param>
/// <param name="Device">The open page that it was typed in.</param>
/// <param name="At">By the device's clock, which may be wrong: it is shown and decides nothing.</param>
public sealed record SheetEdit(Guid Id, string Field, string? Value, Guid? Base, string Device, DateTimeOffset At);

/// <summary>A field as it is kept.</summary>
/// <param name="Version">From 1, one more with each stored edit.</param>
/// <param name="Edit">What wrote it; the base of the next edit.</param>
public sealed record SavedField(string? Value, int Version, Guid Edit, string Device, DateTimeOffset At);

public enum EditResult
{
    /// <summary>The field has the value now, or had it already.</summary>
    Stored,

    /// <summary>Somebody else has written the field meanwhile (409): the person chooses; all other fields go through.</summary>
    Conflict,

    /// <summary>The sheet is not open (423): the edit is kept as evidence and never counts.</summary>
    Closed,
}

/// <param name="Field">The field as it is after the edit; null: it was never written.</param>
public sealed record EditAnswer(EditResult Result, SavedField? Field);
