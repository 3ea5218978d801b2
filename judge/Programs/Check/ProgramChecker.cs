using Judge.Problems;
using Judge.Programs.Check.Contracts;
using Judge.Sandbox;

namespace Judge.Programs.Check;

/// <summary>
/// A checker of the author, in a box of the author that is opened with the first output. The entrant's box never sees what it gets.
/// </summary>
internal sealed class ProgramChecker(Problem problem, Checker.Program checker, IBox beside, AuthorCompiler compiler) : IChecker
{
    private readonly IContract _contract = Contract.Of(checker.Contract);
    private AuthorBox? _box;

    public async Task<Checked> CheckAsync(Output output, CancellationToken ct)
    {
        _box ??= await AuthorBox.OpenAsync(beside, compiler, checker.Source, problem, ct);
        var call = new AuthorCall(
            problem,
            output.Test,
            output.Input,
            Content.OfBytes(output.Bytes),
            Content.OfFile(output.Test.AnswerPath),
            output.Before
        );
        var execution = await _box.RunAsync(_contract.Call(call), _box.Limits, ct);
        return _box.Ready.InItsName(() =>
            AuthorWords.Failure(execution, _box.Ready.Language.Crash) is { } failure
                ? throw new CheckerException(failure)
                : _contract.Read(execution, problem, output.Test)
        );
    }

    public ValueTask DisposeAsync() => _box?.DisposeAsync() ?? ValueTask.CompletedTask;
}
