using Judge.Problems;
using Judge.Programs.Script;
using Judge.Sandbox;
using Judge.Score;
using Judge.Worlds;

namespace Judge.Programs;

/// <summary>The evaluators of what comes in a package, for programs that judge without a container of services.</summary>
internal static class ProgramEvaluators
{
    public static Evaluators In(ISandbox sandbox, Languages languages, IScriptHosts scripts) =>
        new([new ProgramEvaluator(sandbox, languages, scripts), new OutputsEvaluator(sandbox, languages, scripts), new WorldEvaluator()]);
}
