using Judge.Settings;
using Judge.Worker;

namespace Judge.Tests.Worker;

public sealed class WorkCommandTests
{
    private static readonly Words English = Words.Of(["--lang", "en"]);

    [Theory]
    [InlineData("", "A judge node needs a PostgreSQL database")]
    [InlineData("--database contest.db", "The setting Database must be empty (SQLite) or a PostgreSQL connection string")]
    [InlineData("--database Host=x --slots many", "--slots must be a number, not many.")]
    [InlineData("--database Host=x --slots -1", "--slots must be a number, not -1.")]
    [InlineData("--database Host=x --problems /nowhere", "The folder of problems /nowhere does not exist")]
    [InlineData("more", "Usage: work --database")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence(string args, string sentence)
    {
        var words = args.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var failure = await Assert.ThrowsAsync<CommandFailure>(() =>
            WorkCommand.RunAsync(words, English, TestContext.Current.CancellationToken)
        );
        Assert.Equal(ExitCode.BadInput, failure.Code);
        Assert.StartsWith(sentence, failure.Message);
    }

    [Fact]
    public void A_worker_without_a_name_does_not_bear_that_of_the_arenas_judge() =>
        Assert.NotEqual(
            new JudgeOptions
            {
                DataFolder = "",
                ProblemsFolder = "",
                LanguagesFolder = "",
                ImagesFolder = "",
            }.Node,
            WorkCommand.DefaultNode
        );
}
