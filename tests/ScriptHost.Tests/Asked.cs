using System.Text;
using Judge.Programs.Script;
using Judge.ScriptHost.Api;
using Judge.ScriptHost.Compile;
using Judge.ScriptHost.Run;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ScriptHost.Tests;

/// <summary>Scripts compiled and asked in this process; what they are made of is ours.</summary>
internal static class Asked
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static Reply Checker(string source, string input = "", string answer = "", string output = "", TimeSpan? limit = null) =>
        Ask(source, ScriptKind.Checker, new CheckerScript(Bytes(input), Bytes(answer), Bytes(output)), limit);

    public static Reply Validator(string source, string input) => Ask(source, ScriptKind.Validator, new ValidatorScript(Bytes(input)));

    public static Reply Scoring(string source, decimal fullScore, params SeenTest[] tests) =>
        Ask(source, ScriptKind.Scoring, new ScoringScript(fullScore, tests, [new SeenGroup("one", 10, 0.5m)]));

    /// <summary>A checker that was compiled before.</summary>
    public static Reply Again(byte[] assembly) => Ask(assembly, ScriptKind.Checker, new CheckerScript([], [], []), null);

    private static Reply Ask(string source, ScriptKind kind, ScriptApi api, TimeSpan? limit = null) =>
        Ask(ScriptCompiler.Compile(source, "check.csx", kind), kind, api, limit);

    private static Reply Ask(byte[] assembly, ScriptKind kind, ScriptApi api, TimeSpan? limit)
    {
        var script = new LoadedScript(assembly, "check.csx", kind);
        var answer = new TaskCompletionSource<Reply>();
        using var watch = new Deadline(last => answer.TrySetException(new InvalidOperationException("given up: " + last.Fault)));
        var question = new Question("t1", limit ?? Limit, api);
        new Thread(() => answer.TrySetResult(script.Ask(question, watch)), maxStackSize: 16 << 20) { IsBackground = true }.Start();
        return answer.Task.GetAwaiter().GetResult();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
