using System.Globalization;
using Judge.Cluster;
using Judge.Drafts;
using Judge.Lite;
using Microsoft.Extensions.Logging.Abstractions;

// Saves drafts one after another until it is killed, and prints each when it is acknowledged: which draft, and its number.
const int Drafts = 8;
await using var file = new LiteFile(args[0], new Hurried(), NullLogger<LiteFile>.Instance);
var storage = new LiteGrainStorage(file);
var states = new GrainState<Draft>[Drafts];
for (var i = 0; i < Drafts; i++)
{
    states[i] = new GrainState<Draft>(new Draft());
    await storage.ReadStateAsync("draft", GrainOf(i), states[i]);
}

for (var n = long.Parse(args[1], CultureInfo.InvariantCulture); ; n++)
{
    var i = (int)(n % Drafts);
    states[i].State = new Draft { Newest = new DraftText("pascal", new string('x', (int)(n * 97 % 4000)), "page", n) };
    await storage.WriteStateAsync("draft", GrainOf(i), states[i]);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i} {n}"));
}

static GrainId GrainOf(int i) => GrainId.Create("draft", string.Create(CultureInfo.InvariantCulture, $"entrant-{i}/A"));

/// <summary>Two seconds pass in twenty milliseconds, so that kills meet checkpoints too.</summary>
internal sealed class Hurried : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime / 100, period / 100);
}
