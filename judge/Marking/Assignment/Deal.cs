using Judge.Marking.Draw;

namespace Judge.Marking.Assignment;

/// <summary>A plan in the making: entries and jurors by place, in the order of their numbers.</summary>
internal sealed class Deal
{
    private const int Lots = 3;
    private const int Forbidden = int.MaxValue;

    private readonly int[] _cost;
    private readonly bool[] _on;
    private readonly bool[] _kept;

    public Deal(AssignmentTask task, Xoshiro lots)
    {
        Entries = [.. task.Entries.OrderBy(entry => entry.Id)];
        Jurors = [.. task.Jurors.OrderBy(juror => juror.Id)];
        Conflicts = task.Conflicts.ToHashSet();
        PerEntry = task.PerEntry;
        var size = Entries.Count * Jurors.Count;
        (_cost, _on, _kept) = (new int[size], new bool[size], new bool[size]);
        Load = new int[Jurors.Count];
        Holders = [.. Entries.Select(_ => new List<int>())];
        Movable = [.. Jurors.Select(_ => new List<int>())];
        for (var at = 0; at < size; at++)
        {
            var (entry, juror) = (Entries[at / Jurors.Count], Jurors[at % Jurors.Count]);
            var lot = lots.Next(Lots);
            _cost[at] = Rule(entry, juror) == HardRule.None ? AdmissionRule.Cost(entry, juror) + lot : Forbidden;
        }

        var entries = Entries.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index);
        var jurors = Jurors.Index().ToDictionary(juror => juror.Item.Id, juror => juror.Index);
        foreach (var kept in task.Kept)
        {
            var (entry, juror) = (entries[kept.Entry], jurors[kept.Juror]);
            (_on[At(entry, juror)], _kept[At(entry, juror)]) = (true, true);
            Holders[entry].Add(juror);
            Load[juror]++;
        }
    }

    public IReadOnlyList<DrawnEntry> Entries { get; }

    public IReadOnlyList<DrawnJuror> Jurors { get; }

    public IReadOnlySet<PlannedSheet> Conflicts { get; }

    public int PerEntry { get; }

    /// <summary>Sheets of each juror, kept ones included.</summary>
    public int[] Load { get; }

    /// <summary>The jurors of each entry.</summary>
    public IReadOnlyList<List<int>> Holders { get; }

    /// <summary>The entries of each juror that may still go to another.</summary>
    public IReadOnlyList<List<int>> Movable { get; }

    public bool IsOn(int entry, int juror) => _on[At(entry, juror)];

    public bool IsKept(int entry, int juror) => _kept[At(entry, juror)];

    public bool IsAdmissible(int entry, int juror) => _cost[At(entry, juror)] != Forbidden;

    /// <summary>Whether a sheet may be given: allowed, and not given yet.</summary>
    public bool CanTake(int entry, int juror) => IsAdmissible(entry, juror) && !IsOn(entry, juror);

    /// <summary>Of an admissible pair.</summary>
    public int Cost(int entry, int juror) => _cost[At(entry, juror)];

    public HardRule Rule(DrawnEntry entry, DrawnJuror juror) => AdmissionRule.Broken(entry, juror, Conflicts);

    public int TotalCost() => Movable.SelectMany((own, juror) => own.Select(entry => Cost(entry, juror))).Sum();

    public int Holes(int entry) => Math.Max(0, PerEntry - Holders[entry].Count);

    public void Give(int entry, int juror)
    {
        _on[At(entry, juror)] = true;
        Holders[entry].Add(juror);
        Movable[juror].Add(entry);
        Load[juror]++;
    }

    public void Move(int entry, int from, int to)
    {
        _on[At(entry, from)] = false;
        Holders[entry].Remove(from);
        Movable[from].Remove(entry);
        Load[from]--;
        Give(entry, to);
    }

    private int At(int entry, int juror) => entry * Jurors.Count + juror;
}
