using ArenaWeb.Accounts;
using ArenaWeb.Staff;
using Judge.Queue;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Judges;

/// <summary>The queue and the judges' health, as it is now.</summary>
[Authorize(Policies.Organiser)]
internal sealed class JudgesModel(IJudgeNodes nodes, TimeProvider time) : PageModel
{
    public QueueState Queue { get; private set; } = null!;

    public IReadOnlyList<NodeView> Judges { get; private set; } = [];

    public IReadOnlyList<Alarm> Alarms { get; private set; } = [];

    /// <summary>How long the oldest waits; null: nothing waits.</summary>
    public TimeSpan? Oldest { get; private set; }

    public DateTimeOffset Now { get; private set; }

    /// <param name="phan">Given: only the part that changes.</param>
    public async Task<IActionResult> OnGetAsync(string? phan, CancellationToken ct)
    {
        Now = time.GetUtcNow();
        var view = await nodes.ViewAsync(ct);
        (Queue, Judges) = (view.Queue, view.Nodes);
        Oldest = Queue.OldestAt is { } at ? Now - at : null;
        Alarms = JudgeAlarms.Of(Queue, Judges, Now);
        return phan is null ? Page() : Partial("_JudgesNow", this);
    }
}
