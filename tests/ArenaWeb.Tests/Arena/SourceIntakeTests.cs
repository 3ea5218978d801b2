using System.Text;
using ArenaWeb.Arena;
using Judge.Problems;
using Support;

namespace ArenaWeb.Tests.Arena;

public sealed class SourceIntakeTests
{
    private static readonly Languages Known = Languages.Load(Path.Combine(Repository.Root, "sandbox-images"));
    private static readonly IReadOnlyList<Language> PascalOnly = [Known.Find("pascal")!];

    [Fact]
    public void Line_ends_that_the_browser_added_are_taken_out_of_typed_text() =>
        Assert.Equal("a\nb\n", Text(SourceIntake.OfText("a\r\nb\r\n", "pascal", Known.All)));

    [Theory]
    [InlineData("bai1.pas", "pascal")]
    [InlineData("BAI1.PAS", "pascal")]
    [InlineData("thư mục/bai 1.py", "python")]
    public void The_ending_of_a_file_tells_its_language(string name, string language)
    {
        var intake = SourceIntake.OfFile(name, "x"u8.ToArray(), Known, Known.All);
        Assert.Equal((language, SourceFlaw.None), (intake.Language, intake.Flaw));
    }

    [Theory]
    [InlineData("bai1.rs")]
    [InlineData("bai1")]
    [InlineData("")]
    [InlineData("bai1.pas.exe")]
    public void An_unknown_ending_is_a_flaw(string name) =>
        Assert.Equal(SourceFlaw.UnknownExtension, SourceIntake.OfFile(name, "x"u8.ToArray(), Known, Known.All).Flaw);

    [Fact]
    public void A_language_that_the_contest_does_not_use_is_a_flaw()
    {
        Assert.Equal(SourceFlaw.LanguageNotAllowed, SourceIntake.OfFile("a.py", "x"u8.ToArray(), Known, PascalOnly).Flaw);
        Assert.Equal(SourceFlaw.LanguageNotAllowed, SourceIntake.OfText("x", "python", PascalOnly).Flaw);
        Assert.Equal(SourceFlaw.LanguageNotAllowed, SourceIntake.OfText("x", null, PascalOnly).Flaw);
    }

    [Fact]
    public void Bytes_of_a_file_stay_as_they_are_but_for_a_byte_order_mark()
    {
        byte[] old = [0x7B, 0xC4, 0xD8, 0x0D, 0x0A, 0xEF, 0xBB, 0xBF, 0x1A];
        Assert.Equal(old, SourceIntake.OfFile("a.pas", old, Known, Known.All).Bytes.ToArray());
        Assert.Equal("x\r\n", Text(SourceIntake.OfFile("a.pas", "\uFEFFx\r\n"u8.ToArray(), Known, Known.All)));
    }

    [Fact]
    public void The_same_form_with_the_same_contents_has_the_same_key_and_nothing_else_has()
    {
        var form = Guid.NewGuid();
        var first = SourceIntake.OfText("x", "pascal", Known.All);
        Assert.Equal(first.Key(form, "A"), SourceIntake.OfText("x", "pascal", Known.All).Key(form, "A"));
        Guid[] others =
        [
            first.Key(Guid.NewGuid(), "A"),
            first.Key(form, "B"),
            SourceIntake.OfText("x ", "pascal", Known.All).Key(form, "A"),
            SourceIntake.OfText("x", "python", Known.All).Key(form, "A"),
        ];
        Assert.DoesNotContain(first.Key(form, "A"), others);
        Assert.Equal(others.Length, others.Distinct().Count());
    }

    private static string Text(SourceIntake intake) => Encoding.UTF8.GetString(intake.Bytes.Span);
}
