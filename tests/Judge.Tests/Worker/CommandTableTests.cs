using System.CommandLine;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Sandbox;
using Judge.Worker;
using Judge.Worker.Bench;

namespace Judge.Tests.Worker;

public sealed class CommandTableTests
{
    [Theory]
    [InlineData("good", 0)]
    [InlineData("wrong", 1)]
    [InlineData("package", 2)]
    [InlineData("input", 2)]
    [InlineData("import", 2)]
    [InlineData("nothing", 2)]
    [InlineData("sandbox", 3)]
    [InlineData("broken", 3)]
    public async Task Every_end_has_its_exit_code(string command, int code) =>
        Assert.Equal(
            code,
            await RunAsync(
                [
                    Entry("good", () => ExitCode.Good),
                    Entry("wrong", () => ExitCode.NotAccepted),
                    Entry("package", () => throw new PackageException("a/problem.yaml", "it is wrong.")),
                    Entry("import", () => throw new ImportException("import.archive.damaged")),
                    Entry("input", () => throw new CommandFailure(ExitCode.BadInput, "no such file")),
                    Entry("sandbox", () => throw new SandboxException("no engine")),
                    Entry("broken", () => throw new IOException("disk full")),
                ],
                [command]
            )
        );

    [Fact]
    public async Task No_command_at_all_is_bad_input() => Assert.Equal(2, await RunAsync([], []));

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Asking_for_help_is_good(string word) => Assert.Equal(0, await RunAsync([], [word]));

    [Fact]
    public async Task Options_flags_and_plain_words_come_in_any_order()
    {
        var (package, source) = (new Argument<string>("PACKAGE"), new Argument<string>("SOURCE"));
        var (json, icpc, to) = (CommandEntry.Flag("--json"), CommandEntry.Flag("--icpc"), new Option<string>("--to"));
        ParseResult? seen = null;
        var entry = new CommandEntry(
            "judge",
            "",
            _ => "",
            (parsed, _, _) =>
            {
                seen = parsed;
                return Task.FromResult(ExitCode.Good);
            },
            package,
            source,
            json,
            icpc,
            to
        );
        Assert.Equal(0, await RunAsync([entry], ["judge", "--json", "@mayin", "--problems", "/p", "-a.pas"]));
        Assert.NotNull(seen);
        Assert.Equal(("@mayin", "-a.pas"), (seen.GetValue(package), seen.GetValue(source)));
        Assert.Equal((true, false), (seen.GetValue(json), seen.GetValue(icpc)));
        Assert.Null(seen.GetValue(to));
        Assert.Equal(Path.GetFullPath("/p"), Places.Find(seen).Problems);
    }

    [Theory]
    [InlineData("frobnicate", "There is no command frobnicate; there are judge, import, export, verify, bench.")]
    [InlineData("judge mayin --jsn", "There is no option --jsn; help lists them.")]
    [InlineData("judge --jsn mayin a.pas", "There is no option --jsn; help lists them.")]
    [InlineData("verify mayin --htm file", "There is no option --htm; help lists them.")]
    [InlineData("judge mayin --problems", "A value is missing after --problems.")]
    [InlineData("export mayin --to", "A value is missing after --to.")]
    [InlineData("export mayin", "Usage: export NAME --to FILE")]
    [InlineData("judge mayin", "Usage: judge PACKAGE SOURCE")]
    [InlineData("judge mayin a.pas b.pas", "Usage: judge PACKAGE SOURCE")]
    [InlineData("verify", "Usage: verify PACKAGE...")]
    [InlineData("import . --points ioi", "Usage: import PATH")]
    [InlineData("import . --time-limit 1,5", "--time-limit must be a number, not 1,5.")]
    [InlineData("bench --stability --rounds many", "--rounds must be a number, not many.")]
    [InlineData("bench --stability --rounds 0", "--rounds must be a number, not 0.")]
    public async Task Words_that_mean_nothing_are_answered_with_one_sentence(string line, string sentence)
    {
        using var errors = new StringWriter();
        var words = line.Split(' ');
        string[] args = [words[0], "--lang", "en", .. words[1..]];
        CommandEntry[] commands = [JudgeCommand.Entry, ImportCommand.Entry, ExportCommand.Entry, VerifyCommand.Entry, BenchCommand.Entry];
        Assert.Equal((int)ExitCode.BadInput, await CommandTable.RunAsync(commands, args, errors));
        Assert.StartsWith(sentence, errors.ToString());
        Assert.Single(errors.ToString(), '\n');
    }

    [Theory]
    [InlineData("--lang", "en")]
    [InlineData("--lang=en")]
    [InlineData("--lang:en")]
    public async Task The_language_may_be_one_word_with_its_option(params string[] language)
    {
        using var errors = new StringWriter();
        Assert.Equal((int)ExitCode.BadInput, await CommandTable.RunAsync([VerifyCommand.Entry], ["verify", .. language], errors));
        Assert.StartsWith("Usage: verify", errors.ToString());
    }

    private static Task<int> RunAsync(IReadOnlyList<CommandEntry> commands, IReadOnlyList<string> args) =>
        CommandTable.RunAsync(commands, args, TextWriter.Null);

    private static CommandEntry Entry(string name, Func<ExitCode> end) => new(name, name, _ => "", (_, _, _) => Task.FromResult(end()));
}
