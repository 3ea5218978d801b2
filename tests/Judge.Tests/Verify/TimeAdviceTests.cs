using Judge.Verify;

namespace Judge.Tests.Verify;

public sealed class TimeAdviceTests
{
    [Theory]
    [InlineData(0.2, 0.5, 0.5, false, false)]
    [InlineData(0.3, 0.5, 1.0, true, false)]
    [InlineData(0.01, 20, 0.5, false, true)]
    [InlineData(0.01, 2, 0.5, false, false)]
    public void A_limit_is_twice_the_slowest_right_solution_or_more(double slowest, double limit, double least, bool tight, bool loose)
    {
        var advice = TimeAdvice.Of([("accepted/a.pas", slowest / 2), ("accepted/b.pas", slowest)], limit)!;
        Assert.Equal(("accepted/b.pas", least, tight, loose), (advice.Slowest, advice.Least, advice.IsTight, advice.IsLoose));
    }

    [Fact]
    public void Without_a_right_solution_there_is_no_advice() => Assert.Null(TimeAdvice.Of([], 1));
}
