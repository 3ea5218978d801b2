using Judge.Problems;
using Judge.Programs.Check;
using Judge.Programs.Check.Contracts;
using Judge.Programs.Compile;
using Judge.Programs.Run;
using Judge.Sandbox;
using Microsoft.Win32.SafeHandles;

namespace Judge.Programs.Testing;

/// <summary>
/// Lets the program talk with the interactor: two boxes on one core, joined by two pipes. Neither sees the other's files. The interactor's
/// time does not count.
/// </summary>
/// <param name="afterwards">Checks what the interactor wrote down, where the package has a checker beside it; null: the interactor
/// decides.</param>
internal sealed class InteractivePass(
    IBox box,
    Problem problem,
    Language language,
    CompiledProgram program,
    SecondChances chances,
    AuthorCompiler author,
    IChecker? afterwards
) : IPass
{
    /// <summary>What an interactor may take on the clock when the program has ended.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(5);

    /// <summary>On the clock, for a partner that starts and thinks on the same core.</summary>
    private static readonly TimeSpan Partner = TimeSpan.FromSeconds(1);

    private readonly IContract _contract = Contract.Of(problem.InteractorContract);
    private AuthorBox? _interactor;

    public async Task<PassResult> RunAsync(Test test, Content input, FeedbackFolder before, CancellationToken ct)
    {
        _interactor ??= await AuthorBox.OpenAsync(box, author, problem.Interactor!, problem, ct);
        var usual = RunLimits.Of(problem, language, test);
        var talk = await chances.RunAsync(
            usual with
            {
                Wall = usual.Wall + Partner,
            },
            limits => TalkAsync(_interactor, test, input, before, limits, ct),
            // Nobody's patience helps a silent interactor.
            talk => talk.Interactor.Ending == Ending.WallLimit ? Ending.Exited : talk.Program.Ending,
            (first, second) => ReferenceEquals(FairTime.Counting(first.Program, second.Program), first.Program) ? first : second
        );

        var failure = AuthorWords.Failure(talk.Interactor, _interactor.Ready.Language.Crash);
        var (execution, check) = _interactor.Ready.InItsName(() =>
            TalkRule.Decide(talk.Program, talk.Interactor, failure, () => _contract.Read(talk.Interactor, problem, test))
        );
        var written = talk.Interactor.Files.GetValueOrDefault(TestlibContract.OutputFile);
        return afterwards is not null && check.Result.Fault == Fault.None
            ? new PassResult(execution, await afterwards.CheckAsync(new Output(test, input, written, before), ct))
            : new PassResult(execution, check);
    }

    public async ValueTask DisposeAsync()
    {
        if (_interactor is not null)
        {
            await _interactor.DisposeAsync();
        }

        if (afterwards is not null)
        {
            await afterwards.DisposeAsync();
        }
    }

    private async Task<Talk> TalkAsync(
        AuthorBox interactor,
        Test test,
        Content input,
        FeedbackFolder before,
        Limits limits,
        CancellationToken ct
    )
    {
        var isNamed = problem.InteractorContract == CheckerContract.Cms;
        using var toProgram = Pipe.Create(isNamed);
        using var toInteractor = Pipe.Create(isNamed);
        var call = _contract.Call(new AuthorCall(problem, Heard(test), input, Output: null, Content.OfFile(test.AnswerPath), before));
        var asking = interactor.RunAsync(
            _contract.Join(call, toInteractor.ReadEnd, toProgram.WriteEnd),
            PatientLimits(interactor, limits),
            ct
        );
        var answering = box.RunAsync(Joined(ProgramCommand.Of(program, test), toProgram.ReadEnd, toInteractor.WriteEnd), limits, ct);
        await Task.WhenAll(asking, answering);
        return new Talk(TrueEnding.Of(await answering, limits, language, program.StaticBytes), await asking);
    }

    private Command Joined(Command command, SafeFileHandle fromInteractor, SafeFileHandle toInteractor) =>
        problem.HasFifos
            ? CmsContract.JoinProgram(command, fromInteractor, toInteractor)
            : command with
            {
                StdinPipe = fromInteractor,
                StdoutPipe = toInteractor,
            };

    /// <summary>Flags of one of the judge's own checkers are no arguments of the interactor.</summary>
    private Test Heard(Test test) => problem is { ChecksTalk: true, Checker: Checker.BuiltIn } ? test with { CheckerArguments = [] } : test;

    /// <summary>
    /// The interactor waits for the program, so it must have more time on the clock, however long a busy machine makes that.
    /// </summary>
    private static Limits PatientLimits(AuthorBox interactor, Limits program) =>
        interactor.Limits with
        {
            Wall = 4 * program.Wall + Afterwards,
        };

    private sealed record Talk(Execution Program, Execution Interactor);
}
