using System.Collections.Immutable;

namespace Judge.Marking.Saving;

/// <summary>
/// A draft on the server. An edit is stored only on top of the value that its writer has seen, so nobody overwrites what they do not know,
/// in whatever order edits of two tabs and of a device without network come in. Pure: each act gives another sheet.
/// </summary>
public sealed record SavedSheet
{
    public ImmutableDictionary<string, SavedField> Fields { get; init; } = ImmutableDictionary<string, SavedField>.Empty;

    /// <summary>What was answered to each edit; the same edit gets the same answer again.</summary>
    public ImmutableDictionary<Guid, EditAnswer> Answers { get; init; } = ImmutableDictionary<Guid, EditAnswer>.Empty;

    /// <summary>What came when the sheet was not open, in order.</summary>
    public ImmutableList<SheetEdit> Late { get; init; } = [];

    public bool IsOpen { get; init; } = true;

    /// <summary>The sheet after an edit, and what its device is told.</summary>
    public (SavedSheet Sheet, EditAnswer Answer) After(SheetEdit edit)
    {
        if (Answers.TryGetValue(edit.Id, out var given))
        {
            return (this, given);
        }

        var now = Fields.GetValueOrDefault(edit.Field);
        if (!IsOpen)
        {
            return (this with { Late = Late.Add(edit) }).Answered(edit, new EditAnswer(EditResult.Closed, now));
        }

        if (now is not null && now.Value == edit.Value)
        {
            return Answered(edit, new EditAnswer(EditResult.Stored, now));
        }

        if (now?.Edit != edit.Base)
        {
            return Answered(edit, new EditAnswer(EditResult.Conflict, now));
        }

        var field = new SavedField(edit.Value, (now?.Version ?? 0) + 1, edit.Id, edit.Device, edit.At);
        return (this with { Fields = Fields.SetItem(edit.Field, field) }).Answered(edit, new EditAnswer(EditResult.Stored, field));
    }

    /// <summary>An outbox in its order: what one field is refused keeps no other back.</summary>
    public (SavedSheet Sheet, IReadOnlyList<EditAnswer> Answers) AfterAll(IEnumerable<SheetEdit> outbox)
    {
        var (sheet, answers) = (this, new List<EditAnswer>());
        foreach (var edit in outbox)
        {
            (sheet, var answer) = sheet.After(edit);
            answers.Add(answer);
        }

        return (sheet, answers);
    }

    /// <summary>
    /// Fields that a hand-in does not know as they are (412): the page shows what is new, and nothing is handed in. Empty: the juror has
    /// seen all of it.
    /// </summary>
    /// <param name="seen">The edit of each field on the screen.</param>
    public IReadOnlyList<string> Unseen(IReadOnlyDictionary<string, Guid> seen) =>
        [
            .. Fields
                .Keys.Union(seen.Keys)
                .Where(field => !seen.TryGetValue(field, out var edit) || Fields.GetValueOrDefault(field)?.Edit != edit)
                .Order(StringComparer.Ordinal),
        ];

    private (SavedSheet, EditAnswer) Answered(SheetEdit edit, EditAnswer answer) =>
        (this with { Answers = Answers.Add(edit.Id, answer) }, answer);
}
