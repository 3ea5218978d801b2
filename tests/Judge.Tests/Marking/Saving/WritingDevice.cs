using Judge.Marking.Saving;

namespace Judge.Tests.Marking.Saving;

/// <summary>What a page does: it keeps what is typed in an outbox, sends one edit at a time, and asks where two values meet.</summary>
internal sealed class WritingDevice(string name, Func<Guid> draw)
{
    private readonly Dictionary<string, Guid> _seen = [];
    private readonly List<SheetEdit> _outbox = [];

    public IReadOnlyList<SheetEdit> Outbox => _outbox;

    /// <summary>Fields whose value here is not that of the server, with the value that was typed here.</summary>
    public Dictionary<string, string?> Conflicts { get; } = [];

    public IReadOnlyDictionary<string, Guid> Seen => _seen;

    /// <summary>Null: the person has to choose first, and what is typed is what was typed here.</summary>
    public SheetEdit? Type(string field, string? value)
    {
        if (Conflicts.ContainsKey(field))
        {
            Conflicts[field] = value;
            return null;
        }

        var edit = new SheetEdit(draw(), field, value, Base(field), name, DateTimeOffset.UnixEpoch);
        _outbox.Add(edit);
        return edit;
    }

    public void Hear(SheetEdit sent, EditAnswer answer)
    {
        if (_outbox.RemoveAll(edit => edit.Id == sent.Id) == 0)
        {
            return;
        }

        if (answer.Field is { } field)
        {
            _seen[sent.Field] = field.Edit;
        }

        if (answer.Result == EditResult.Conflict)
        {
            Conflicts[sent.Field] = (_outbox.LastOrDefault(edit => edit.Field == sent.Field) ?? sent).Value;
            _outbox.RemoveAll(edit => edit.Field == sent.Field);
        }
        else if (answer.Field is { } stored && stored.Edit != sent.Id)
        {
            // The value was there already, by another edit: what was typed on top of this one stands on that one.
            var next = _outbox.FindIndex(edit => edit.Base == sent.Id);
            if (next >= 0)
            {
                _outbox[next] = _outbox[next] with { Base = stored.Edit };
            }
        }
    }

    public SheetEdit? Choose(string field, bool mine)
    {
        Conflicts.Remove(field, out var value);
        return mine ? Type(field, value) : null;
    }

    /// <summary>The page is loaded again; the outbox outlives it.</summary>
    public void Load(SavedSheet sheet)
    {
        foreach (var (field, saved) in sheet.Fields)
        {
            _seen[field] = saved.Edit;
        }
    }

    private Guid? Base(string field) =>
        _outbox.LastOrDefault(edit => edit.Field == field)?.Id ?? (_seen.TryGetValue(field, out var seen) ? seen : null);
}
