using Judge.Problems;
using Judge.Programs.Check;
using Judge.Sandbox;

namespace Judge.Tests.Programs.Check;

public sealed class AnswerCheckerTests : IDisposable
{
    private readonly string _answer = Path.GetTempFileName();

    public void Dispose() => File.Delete(_answer);

    [Theory]
    [InlineData(BuiltInChecker.Tokens, true)]
    [InlineData(BuiltInChecker.ThemisC5, false)]
    public async Task The_output_is_compared_in_the_way_of_the_checker(BuiltInChecker kind, bool isRight)
    {
        File.WriteAllText(_answer, "7\n");
        Assert.Equal(isRight ? 1 : 0, (await CheckAsync(kind)).Share);
    }

    [Fact]
    public async Task A_missing_answer_is_our_failure_and_no_verdict()
    {
        File.Delete(_answer);
        await Assert.ThrowsAsync<FileNotFoundException>(() => CheckAsync(BuiltInChecker.Tokens));
    }

    private async Task<CheckResult> CheckAsync(BuiltInChecker kind)
    {
        await using var checker = new AnswerChecker(kind);
        var output = new Output(new Test("1", IsSample: false, "", _answer), Content.Empty, "7 \n"u8.ToArray(), FeedbackFolder.Empty);
        return (await checker.CheckAsync(output, TestContext.Current.CancellationToken)).Result;
    }
}
