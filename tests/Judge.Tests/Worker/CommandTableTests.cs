using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Sandbox;
using Judge.Worker;

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
            await CommandTable.RunAsync(
                [
                    Entry("good", () => ExitCode.Good),
                    Entry("wrong", () => ExitCode.NotAccepted),
                    Entry("package", () => throw new PackageException("a/problem.yaml", "it is wrong.")),
                    Entry("import", () => throw new ImportException("hỏng", "damaged")),
                    Entry("input", () => throw new CommandFailure(ExitCode.BadInput, "no such file")),
                    Entry("sandbox", () => throw new SandboxException("no engine")),
                    Entry("broken", () => throw new IOException("disk full")),
                ],
                [command]
            )
        );

    [Fact]
    public async Task No_command_at_all_is_bad_input() => Assert.Equal(2, await CommandTable.RunAsync([], []));

    [Fact]
    public async Task Asking_for_help_is_good() => Assert.Equal(0, await CommandTable.RunAsync([], ["--help"]));

    private static CommandEntry Entry(string name, Func<ExitCode> end) => new(name, name, _ => "", (_, _, _) => Task.FromResult(end()));
}
