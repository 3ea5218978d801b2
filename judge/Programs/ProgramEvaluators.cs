using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Programs.Script;
using Judge.Sandbox;
using Judge.Score;
using Judge.Worlds;

namespace Judge.Programs;

/// <summary>The evaluators of what comes in a package, for programs that judge without a container of services.</summary>
internal static class ProgramEvaluators
{
    /// <param name="kept">Programs of entrants that were compiled before; null: none is kept.</param>
    public static Evaluators In(ISandbox sandbox, Languages languages, IScriptHosts scripts, KeptPrograms? kept = null) =>
        new([
            new ProgramEvaluator(sandbox, languages, scripts, kept),
            new OutputsEvaluator(sandbox, languages, scripts),
            new WorldEvaluator(),
        ]);
}
