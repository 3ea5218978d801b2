using Judge.Problems;
using Judge.Programs.Run;
using Judge.Sandbox;

namespace Judge.Programs.Check;

/// <summary>A program of the author in a box of its own, on the core of the box it was opened beside.</summary>
internal sealed class AuthorBox : IAsyncDisposable
{
    private readonly IBox _box;
    private readonly Problem _problem;

    private AuthorBox(IBox box, ReadyProgram ready, Problem problem) => (_box, Ready, _problem) = (box, ready, problem);

    public ReadyProgram Ready { get; }

    public Limits Limits => AuthorLimits.Of(_problem, Ready.Language);

    /// <exception cref="CheckerException">The program is in no language of this judge, or does not compile.</exception>
    public static async Task<AuthorBox> OpenAsync(
        IBox beside,
        AuthorCompiler compiler,
        AuthorProgram program,
        Problem problem,
        CancellationToken ct
    )
    {
        var ready = await compiler.PrepareAsync(beside, program, ct);
        var box = await beside.OpenCompanionAsync(ready.Language.Image, problem.Validation.MemoryBytes, ct);
        try
        {
            await box.PutAsync(ready.Program.Files, ct);
            return new AuthorBox(box, ready, problem);
        }
        catch
        {
            await box.DisposeAsync();
            throw;
        }
    }

    /// <param name="command">Its arguments follow the program's own.</param>
    public async Task<Execution> RunAsync(Command command, Limits limits, CancellationToken ct)
    {
        var execution = await _box.RunAsync(Ready.Program.With(command), limits, ct);
        return TrueEnding.Of(execution, limits, Ready.Language, Ready.Program.StaticBytes);
    }

    public ValueTask DisposeAsync() => _box.DisposeAsync();
}
