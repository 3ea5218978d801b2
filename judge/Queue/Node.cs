namespace Judge.Queue;

/// <summary>What the dispatcher knows of one judge node.</summary>
internal sealed class Node(NodeReport report)
{
    /// <summary>
    /// Outcomes a slot that a node may be telling at a time. Short judgings are over sooner than they are stored, so it is more than one.
    /// </summary>
    public const int MostToldPerSlot = 8;

    private HashSet<string> _languages = [.. report.Languages];

    public NodeReport Report { get; private set; } = report;

    /// <summary>Problems that it need not fetch first.</summary>
    public HashSet<string> Warm { get; private set; } = [.. report.Warm];

    public required TimeSpan HeardAt { get; set; }

    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>Runs that had its name before, the latest last.</summary>
    public IReadOnlyList<Guid> Earlier { get; init; } = [];

    /// <summary>When one of them last spoke all the same; null: none did.</summary>
    public TimeSpan? TwinHeardAt { get; set; }

    /// <summary>False: it was silent for too long, and nothing is with it.</summary>
    public bool IsAlive { get; set; } = true;

    public bool IsDrained { get; set; }

    public Dictionary<JudgingId, Holding> Holds { get; } = [];

    /// <summary>What it says it holds and is not to hold, with the number of the orders that told it so; 0: none yet.</summary>
    public Dictionary<JudgingId, long> Strange { get; } = [];

    /// <summary>Tries that are being written for it.</summary>
    public int Chosen { get; set; }

    /// <summary>Number of the last orders.</summary>
    public long Number { get; set; }

    public int Busy => Holds.Values.Count(held => !held.IsDone) + Strange.Count;

    /// <summary>
    /// Slots that may be given. Where nothing that it tells is taken, it is to judge no more than it can keep. What it tells is counted
    /// here and not in its report, which knows nothing of what was settled since.
    /// </summary>
    public int Free => Holds.Values.Count(held => held.IsDone) >= Report.Slots * MostToldPerSlot ? 0 : Report.Slots - Busy - Chosen;

    /// <summary>Whether it is to get work at all.</summary>
    public bool IsOpen => IsAlive && !IsDrained && !Report.Stopping;

    /// <param name="language">As <see cref="Waiting.Language"/>.</param>
    public bool Has(string language) =>
        language == Waiting.Blocks || Report.Trouble.Length == 0 && (language.Length == 0 || _languages.Contains(language));

    public void Hear(NodeReport report)
    {
        if (!ReferenceEquals(report, Report))
        {
            _languages = report.Languages.SequenceEqual(Report.Languages) ? _languages : [.. report.Languages];
            Warm = report.Warm.SequenceEqual(Report.Warm) ? Warm : [.. report.Warm];
            Report = report;
        }
    }
}

/// <summary>A judging that a node was given or says it holds.</summary>
internal sealed class Holding(Place place, Ticket ticket, long age)
{
    public Place Place => place;

    public Ticket Ticket => ticket;

    /// <summary>Greater for what was given later.</summary>
    public long Age => age;

    /// <summary>The node has said that it holds it.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>The node is telling what came of it: no slot is taken, and nobody else is to judge it.</summary>
    public bool IsDone { get; set; }

    /// <summary>Number of the orders that gave it; 0: it is still to be told.</summary>
    public long ToldIn { get; set; }

    /// <summary>The node is to give it back.</summary>
    public bool GivesWay { get; set; }

    /// <summary>Number of the orders that asked for it back; 0: it is still to be asked.</summary>
    public long AskedIn { get; set; }
}
