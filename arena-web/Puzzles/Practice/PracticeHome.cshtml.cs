using Judge.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles.Practice;

/// <summary>Giờ lập trình for everybody: choose a level and play.</summary>
[AllowAnonymous]
internal sealed class PracticeHomeModel(PracticeLevels levels) : PageModel
{
    /// <summary>By strand: <c>a</c> for lớp 1 to 5, <c>b</c> for lớp 6 to 9; what is to play with comes last, under nothing.</summary>
    public ILookup<string, Problem> Strands { get; private set; } = Enumerable.Empty<Problem>().ToLookup(_ => "");

    public async Task OnGetAsync(CancellationToken ct) =>
        Strands = (await levels.ListAsync(ct)).ToLookup(problem => problem.Level!.Free ? "free" : problem.Level.Strand);
}
