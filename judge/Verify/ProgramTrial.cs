using Judge.Formats.Draft;
using Judge.Messages;
using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Verify;

/// <summary>
/// Compiles the author's programs of a package that is being imported, so that one that cannot judge is told now and not with the first
/// submission.
/// </summary>
public sealed class ProgramTrial
{
    private const int MostWords = 600;

    private readonly Func<CancellationToken, Task<IPackageRunner>> _runner;

    /// <param name="runner">Makes the boxes ready; throws <see cref="SandboxException"/> where there are none.</param>
    internal ProgramTrial(Func<CancellationToken, Task<IPackageRunner>> runner) => _runner = runner;

    /// <summary>An error for each program that judges and does not compile, a warning for each validator of inputs.</summary>
    public async Task<IReadOnlyList<ImportLine>> RunAsync(Problem problem, CancellationToken ct)
    {
        AuthorProgram?[] judging = [(problem.Checker as Checker.Program)?.Source, problem.Interactor];
        var programs = judging
            .OfType<AuthorProgram>()
            .Select(program => (Program: program, Kind: ImportLineKind.Error))
            .Concat(problem.InputValidators.Select(validator => (Program: validator, Kind: ImportLineKind.Warning)))
            .Where(one => !one.Program.IsScript)
            .ToList();
        if (programs.Count == 0)
        {
            return [];
        }

        try
        {
            var runner = await _runner(ct);
            var lines = new List<ImportLine>();
            foreach (var (program, kind) in programs)
            {
                if (await runner.CompileAsync(program, ct) is { Length: > 0 } words)
                {
                    lines.Add(new ImportLine(kind, Broken(program, words)));
                }
            }

            return lines;
        }
        catch (SandboxException)
        {
            return [new ImportLine(ImportLineKind.Warning, new Said("import.program.unchecked"))];
        }
    }

    private static Said Broken(AuthorProgram program, string words) =>
        OldPython.IsOf(program.MainPath)
            ? new Said("import.program.oldPython", program.Main)
            : new Said("import.program.broken", program.Main, PlainText.Shortened(words, MostWords));
}
