namespace ArenaWeb.Puzzles.Jury;

/// <summary>Wires what juries of an hour of puzzles look at.</summary>
internal static class JurySetup
{
    public static IServiceCollection AddPuzzleJury(this IServiceCollection services) => services.AddSingleton<SolvedPrograms>();
}
