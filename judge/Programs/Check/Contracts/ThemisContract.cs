using System.Text;
using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Programs.Check.Contracts;

/// <summary>
/// Checkers of Themis: two folders on standard input, that of the test and that of the contestant's output, each ending with a separator;
/// the files in them are called as the problem's. The last line they print is a number from 0 to 1, what stands before it is for people.
/// Themis has no public specification; this is what its evaluator C8 ("CompileThemis") does to programs that work together with it.
/// </summary>
internal sealed class ThemisContract : IContract
{
    private const string TestFolder = "test";
    private const string OutputFolder = "bailam";
    private const long MostCopied = 1 << 20;

    public Command Call(AuthorCall call)
    {
        var name = call.Problem.Name.ToUpperInvariant();
        var names = call.Problem.Files ?? new FileNames($"{name}.INP", $"{name}.OUT");
        (string Folder, string Name, Content? Content)[] files =
        [
            (TestFolder, names.Input, call.Input),
            (TestFolder, names.Output, call.Answer),
            (OutputFolder, names.Output, call.Output),
        ];
        return new Command
        {
            Arguments = call.Test.CheckerArguments,
            Files = files
                .Where(file => file.Content is not null)
                .SelectMany(file => Spellings(file.Name, file.Content!), (file, name) => (Path: $"{file.Folder}/{name}", file.Content))
                .ToDictionary(file => file.Path, file => file.Content!),
            Folders = [TestFolder, OutputFolder],
            Stdin = Content.OfBytes(Encoding.UTF8.GetBytes($"/box/{TestFolder}/\n/box/{OutputFolder}/\n")),
        };
    }

    /// <summary>
    /// On Windows a checker opens <c>DOAN.INP</c> by any letter case. So small files lie there in upper and lower case as well.
    /// </summary>
    private static IEnumerable<string> Spellings(string name, Content content) =>
        content.Length > MostCopied ? [name] : ((string[])[name, name.ToUpperInvariant(), name.ToLowerInvariant()]).Distinct();

    public Checked Read(Execution execution, Problem problem, Test test)
    {
        if (execution.ExitCode != 0)
        {
            throw new CheckerException(
                $"It ended with exit code {execution.ExitCode}. {AuthorWords.Text(execution.Stderr.Span)}".TrimEnd()
            );
        }

        var text = AuthorWords.Text(Tail(execution.Stdout.Span));
        var last = text[(text.LastIndexOf('\n') + 1)..].Trim();
        var share = AuthorWords.Share(
            AuthorWords.Number(last.Replace(',', '.')) ?? throw new CheckerException($"Its last line is no number from 0 to 1: '{last}'.")
        );
        return new Checked(new CheckResult(share, share == 1 ? Fault.None : Fault.Different, ForEntrant: text[..^last.Length].Trim()));
    }

    /// <summary>The last line matters most.</summary>
    private static ReadOnlySpan<byte> Tail(ReadOnlySpan<byte> text) =>
        text.TrimEnd(" \t\r\n"u8) is var trimmed && trimmed.Length > 4_000 ? trimmed[^4_000..] : trimmed;
}
