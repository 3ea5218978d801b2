using Judge.Settings;
using Judge.Worker;

namespace Judge.Tests.Worker;

public sealed class WorkCommandTests
{
    [Theory]
    [InlineData("", "A judge node needs a PostgreSQL database")]
    [InlineData("--database contest.db", "The setting Database must be empty (SQLite) or a PostgreSQL connection string")]
    [InlineData("--database Host=x --slots many", "--slots must be a number, not many.")]
    [InlineData("--database Host=x --slots -1", "--slots must be a number, not -1.")]
    [InlineData("--database Host=x --problems /nowhere", "The folder of problems /nowhere does not exist")]
    [InlineData("more", "Usage: work --database")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence(string args, string sentence)
    {
        using var errors = new StringWriter();
        string[] words = ["work", .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--lang", "en"];
        Assert.Equal((int)ExitCode.BadInput, await CommandTable.RunAsync([WorkCommand.Entry], words, errors));
        Assert.StartsWith(sentence, errors.ToString());
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
