using System.Text;
using Judge.Problems;
using Judge.Programs.Run;

namespace Judge.Tests.Programs.Run;

public sealed class ProgramOutputTests
{
    private static readonly FileNames Names = new("BAI1.INP", "BAI1.OUT");

    [Theory]
    [InlineData(false, false, "out")]
    [InlineData(true, false, "file")]
    [InlineData(true, true, "file")]
    public void The_output_file_counts_where_there_is_one(bool files, bool streams, string expected) =>
        Assert.Equal(expected, Of("file", files ? Names with { Streams = streams } : null));

    [Fact]
    public void Without_the_file_standard_output_counts_only_where_a_program_may_choose()
    {
        Assert.Null(Of(null, Names));
        Assert.Equal("out", Of(null, Names with { Streams = true }));
    }

    private static string? Of(string? file, FileNames? names)
    {
        var execution = Some.Execution() with { Stdout = "out"u8.ToArray() };
        if (file is not null)
        {
            execution = execution with
            {
                Files = new Dictionary<string, ReadOnlyMemory<byte>> { [Names.Output] = Encoding.UTF8.GetBytes(file) },
            };
        }

        return ProgramOutput.Of(execution, names) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;
    }
}
