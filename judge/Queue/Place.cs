namespace Judge.Queue;

/// <summary>What the dispatcher knows of one judging without a verdict.</summary>
internal sealed class Place(Waiting waiting)
{
    public static readonly IComparer<Place> Order = Comparer<Place>.Create(
        static (a, b) =>
            (a.Turn, a.Judging.Submission.Value, a.Judging.Rejudging.Value).CompareTo(
                (b.Turn, b.Judging.Submission.Value, b.Judging.Rejudging.Value)
            )
    );

    public Waiting Waiting => waiting;

    public JudgingId Judging => waiting.Judging;

    /// <summary>Its turn in its line, kept when it comes back.</summary>
    public long Turn { get; set; }

    /// <summary>Tries that were given to a node.</summary>
    public int Tries { get; set; } = waiting.Tries;

    /// <summary>Times that it was given back.</summary>
    public int Returns { get; set; }

    public PlaceState State { get; set; }

    /// <summary>When it is in line again, while it rests.</summary>
    public TimeSpan Due { get; set; }

    /// <summary>Has a verdict or is not wanted any more, while some node still has it.</summary>
    public bool IsOver { get; set; }

    public Ticket Ticket => new(Judging, Tries);
}

internal enum PlaceState
{
    InLine,

    /// <summary>Waits for a while before it is in line.</summary>
    Resting,

    /// <summary>Chosen for a node; the try is being written.</summary>
    Chosen,

    Held,

    /// <summary>Was tried too often and gets a judge error.</summary>
    Spent,
}
