using ArenaWeb.Problems;
using ArenaWeb.Words;
using Judge.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles.Practice;

/// <summary>A level to play without an account. Nothing is kept but in the browser.</summary>
[AllowAnonymous]
internal sealed class PracticeLevelModel(PracticeLevels levels, LevelDoor door, Statements statements, Phrases words) : PageModel
{
    public LevelView Level { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if (await levels.FindAsync(name, ct) is not { } problem)
        {
            return NotFound();
        }
        var path = PracticeLevels.PathOf(problem.Name);
        var addresses = new LevelAddresses($"{path}/chay", null, null, null, await NextAsync(problem, ct), PracticeLevels.Home);
        var story = problem.Statement(words.Language.Code);
        var json = LevelJson.Of(problem, problem.Name, story, null, addresses, "", door.TokenFor(HttpContext), words);
        Level = new(problem.Title(words.Language.Code), statements.Of(problem, words.Language.Code).Body, json, []);
        return Page();
    }

    /// <summary>The next one of the strand; null: it is the last.</summary>
    private async Task<string?> NextAsync(Problem level, CancellationToken ct) =>
        (await levels.ListAsync(ct)).FirstOrDefault(one =>
            one.Level!.Strand == level.Level!.Strand && string.CompareOrdinal(one.Name, level.Name) > 0
        )
            is { } next
            ? PracticeLevels.PathOf(next.Name)
            : null;
}
