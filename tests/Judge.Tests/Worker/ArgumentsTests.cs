using Judge.Worker;

namespace Judge.Tests.Worker;

public sealed class ArgumentsTests
{
    private static readonly Words English = Words.Of(["--lang", "en"]);

    [Fact]
    public void Options_flags_and_plain_words_come_in_any_order()
    {
        var arguments = Parse("--json", "mayin", "--problems", "/p", "a.pas");
        Assert.Equal(["mayin", "a.pas"], arguments.Plain);
        Assert.True(arguments.Has("json"));
        Assert.False(arguments.Has("icpc"));
        Assert.Equal("/p", arguments.Option("problems"));
        Assert.Null(arguments.Option("lang"));
    }

    [Theory]
    [InlineData("--jsn", "There is no option --jsn; help lists them.")]
    [InlineData("--problems", "A value is missing after --problems.")]
    public void A_wrong_option_is_named(string word, string sentence)
    {
        var failure = Assert.Throws<CommandFailure>(() => Parse("mayin", word));
        Assert.Equal((ExitCode.BadInput, sentence), (failure.Code, failure.Message));
    }

    private static Arguments Parse(params string[] args) => Arguments.Parse(args, English, ["problems", "lang"], ["json", "icpc"]);
}
