using Judge.Score;

namespace Judge.Worker;

/// <summary>How a judgement is told: to people as a table that grows, to machines as one JSON object.</summary>
internal interface IReport
{
    void Begin();

    void Test(TestOutcome result);

    void End(Judgement judgement);
}
