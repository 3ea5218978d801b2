using Judge.Marking;

namespace Judge.Tests.Marking;

/// <summary>Small rubrics of criteria <c>c1</c>, <c>c2</c>, …</summary>
internal static class SomeRubric
{
    public static Rubric Of(params (decimal Weight, decimal Max, decimal Step)[] criteria) =>
        new()
        {
            Code = "some",
            Version = 1,
            Origin = RubricOrigin.Proposed,
            Name = Text("some"),
            Scale = criteria.Sum(one => one.Weight),
            Criteria =
            [
                .. criteria.Select(
                    (one, at) =>
                        new Criterion
                        {
                            Code = $"c{at + 1}",
                            Name = Text($"c{at + 1}"),
                            Weight = one.Weight,
                            Max = one.Max,
                            Step = one.Step,
                        }
                ),
            ],
            Bands = RubricFile.All["kodu-city"].Bands,
        };

    public static Dictionary<string, decimal> Marks(params IEnumerable<decimal> marks) =>
        marks.Index().ToDictionary(mark => $"c{mark.Index + 1}", mark => mark.Item);

    private static Dictionary<string, string> Text(string text) => new() { ["vi"] = text, ["en"] = text };
}
