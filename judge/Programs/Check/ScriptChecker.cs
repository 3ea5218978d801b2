using Judge.Problems;
using Judge.Programs.Script;
using Judge.Sandbox;

namespace Judge.Programs.Check;

/// <summary>A checker written as a C# script; one process of its host serves all tests of a worker.</summary>
internal sealed class ScriptChecker(Problem problem, string path, IBox beside, IScriptHosts scripts) : IChecker
{
    private IScriptHost? _host;

    public async Task<Checked> CheckAsync(Output output, CancellationToken ct)
    {
        _host ??= await scripts.OpenAsync(beside, path, ScriptKind.Checker, ct);
        var call = new ScriptCall.Check(output.Input, Content.OfFile(output.Test.AnswerPath), Content.OfBytes(output.Bytes))
        {
            Name = output.Test.Name,
            Arguments = output.Test.CheckerArguments,
            Limit = problem.Validation.Time,
        };
        try
        {
            var answer = await _host.CallAsync(call, ct);
            var share = AuthorWords.Share(answer.Value);
            return new Checked(new CheckResult(share, share == 1 ? Fault.None : Fault.Different, answer.ForEntrant, answer.ForStaff));
        }
        catch (ScriptException e)
        {
            throw new CheckerException(e.Message, e);
        }
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
