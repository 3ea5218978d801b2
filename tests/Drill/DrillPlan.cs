namespace Drill;

/// <summary>What can go wrong.</summary>
internal enum Fault
{
    None,

    /// <summary>kill -9 of the arena in which the dispatcher lives; started again later.</summary>
    KillDispatcher,

    /// <summary>kill -9 of another arena; started again later.</summary>
    KillArena,

    /// <summary>An arena stands still (SIGSTOP) and goes on as if nothing had been.</summary>
    StopArena,

    /// <summary>PostgreSQL ends without writing anything out, and is started again.</summary>
    CrashDatabase,

    /// <summary>kill -9 of a node, for good.</summary>
    KillNode,

    /// <summary>A node's network takes nothing any more and says so to nobody, for a while.</summary>
    CutNode,
}

/// <param name="At">Since the first hand-in.</param>
/// <param name="Which">Number of a node for <see cref="Fault.KillNode"/> and <see cref="Fault.CutNode"/>; of an arena otherwise.</param>
internal sealed record Step(TimeSpan At, Fault Fault, int Which);

/// <summary>All that follows from the seed: which fault comes when, and when each pupil hands in.</summary>
internal sealed record DrillPlan(IReadOnlyList<Step> Steps, IReadOnlyList<IReadOnlyList<TimeSpan>> Handins)
{
    /// <summary>Part of all hand-ins that come in one burst.</summary>
    private const double InBurst = 0.4;

    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Faults of arenas come one after another, since two of three at once leave nobody to notice; all others come at any time beside them.
    /// </summary>
    public static DrillPlan Of(DrillOptions options)
    {
        var random = new Random(options.Seed);
        Fault[] ofArenas = [Fault.KillDispatcher, Fault.KillArena, Fault.StopArena];
        random.Shuffle(ofArenas);
        var share = options.Length / ofArenas.Length;
        var nodes = Enumerable.Range(0, options.Nodes).ToArray();
        random.Shuffle(nodes);
        var steps = ofArenas
            .Select((fault, at) => new Step(share * (at + 0.1 + 0.2 * random.NextDouble()), fault, random.Next(options.Arenas)))
            .Concat(nodes.Take(options.Killed).Select(node => new Step(Any(0.1, 0.9), Fault.KillNode, node)))
            .Append(new Step(Any(0.1, 0.6), Fault.CutNode, nodes[options.Killed]))
            .Append(new Step(Any(0.1, 0.9), Fault.CrashDatabase, 0))
            .OrderBy(step => step.At)
            .ToList();
        var burst = Any(0.2, 0.7);
        var handins = Enumerable
            .Range(0, options.Handins)
            .Select(_ => random.NextDouble() < InBurst ? burst + Burst * random.NextDouble() : Any(0, 1))
            .Select((at, number) => (At: at, Pupil: number % options.Pupils))
            .ToLookup(handin => handin.Pupil, handin => handin.At);
        return new DrillPlan(
            steps,
            [.. Enumerable.Range(0, options.Pupils).Select(pupil => (IReadOnlyList<TimeSpan>)[.. handins[pupil].Order()])]
        );

        TimeSpan Any(double from, double to) => options.Length * (from + (to - from) * random.NextDouble());
    }
}
