using ArenaWeb.Puzzles.Rules;

namespace ArenaWeb.Puzzles.Jury;

/// <summary>Whose program it is: a number, and for who may see pupils a way to play it again.</summary>
internal sealed record SolverLink(AlikePageModel Page, SolvedProgram Program);
