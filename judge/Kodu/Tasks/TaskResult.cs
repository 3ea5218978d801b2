using Judge.Kodu.Measures;
using Judge.Kodu.Model;

namespace Judge.Kodu.Tasks;

/// <param name="Places">What made it hold; empty also where it holds of the world as a whole.</param>
internal sealed record TaskAnswer(TaskItem Item, bool Holds, IReadOnlyList<Place> Places)
{
    public decimal Points => Holds ? Item.Points : 0;
}

/// <summary>Automatic points of a world: a part of the marks, and never all of them.</summary>
internal sealed record TaskResult(IReadOnlyList<TaskAnswer> Answers)
{
    public decimal Points => Answers.Sum(answer => answer.Points);

    public decimal Most => Answers.Sum(answer => answer.Item.Points);

    public static TaskResult Of(IReadOnlyList<TaskItem> items, Census census, IReadOnlyDictionary<string, Measure> measures)
    {
        var world = new Inspected(census, measures);
        return new TaskResult([
            .. items
                .Select(item => (item, item.Check.Of(world)))
                .Select(one => new TaskAnswer(one.item, one.Item2.Holds, one.Item2.Places)),
        ]);
    }
}
