using ArenaWeb.Accounts;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Queue;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Judges;

/// <summary>The line, the judge nodes and who deals work out, as it is now.</summary>
[Authorize(Policies.Organiser)]
internal sealed class JudgesModel(
    ClusterWatch watch,
    IContests contests,
    Languages languages,
    Audit audit,
    Phrases words,
    TimeProvider time
) : PageModel
{
    private const int WarmShown = 4;

    public ClusterLook Look { get; private set; } = ClusterLook.Nothing;

    public IReadOnlyList<Alarm> Alarms { get; private set; } = [];

    public IReadOnlyDictionary<ContestId, Contest> Contests { get; private set; } = new Dictionary<ContestId, Contest>();

    public DateTimeOffset Now { get; private set; }

    /// <summary>How long something waits, in words; an empty line in words too.</summary>
    public string Age(DateTimeOffset? at) =>
        at is { } moment ? WaitingText.InWords(words, Now > moment ? Now - moment : TimeSpan.Zero) : words["admin.queue.empty"];

    /// <summary>Names of languages, parted by commas; a language that this arena does not know by its folder's name.</summary>
    public string LanguagesOf(NodeView node) =>
        string.Join(", ", node.Languages.Select(id => languages.All.FirstOrDefault(language => language.Id == id)?.Name ?? id));

    /// <summary>Some problems by name and the number of the others.</summary>
    public string WarmOf(NodeView node)
    {
        var some = string.Join(", ", node.Warm.Take(WarmShown));
        return node.Warm.Count <= WarmShown ? some : words["admin.judge.warm.more", some, node.Warm.Count - WarmShown];
    }

    /// <param name="phan">Given: only the part that changes.</param>
    public async Task<IActionResult> OnGetAsync(string? phan, CancellationToken ct)
    {
        Look = await watch.LookAsync(ct);
        Now = time.GetUtcNow();
        Alarms = JudgeAlarms.Of(Look, Now);
        if (Look.View is { Lines.Count: > 0 })
        {
            Contests = (await contests.ListAsync(ct)).ToDictionary(contest => contest.Id);
        }

        return phan is null ? Page() : Partial("_JudgesNow", this);
    }

    public Task<IActionResult> OnPostDrainAsync(string? node, CancellationToken ct) => DrainAsync(node, drained: true, ct);

    public Task<IActionResult> OnPostResumeAsync(string? node, CancellationToken ct) => DrainAsync(node, drained: false, ct);

    /// <summary>Takes only names that the dispatcher knows, so that nobody fills its memory or the log with others.</summary>
    private async Task<IActionResult> DrainAsync(string? name, bool drained, CancellationToken ct)
    {
        if ((await watch.LookAsync(ct)).Nodes.FirstOrDefault(node => node.Node == name) is not { } node)
        {
            return Told("admin.judge.gone");
        }

        try
        {
            await watch.DrainAsync(node.Node, drained, ct);
        }
        catch (TimeoutException)
        {
            return Told("admin.judge.tryAgain");
        }

        await audit.WriteAsync(Visitor.Staff(User).Login, drained ? "judge.drained" : "judge.resumed", contest: null, node.Node);
        return Told(drained ? "admin.judge.drained" : "admin.judge.resumed", node.Node);
    }

    private RedirectResult Told(string key, string node = "")
    {
        TempData["toast"] = words[key, node];
        return Redirect(StaffPaths.Judges);
    }
}
