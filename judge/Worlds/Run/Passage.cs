namespace Judge.Worlds.Run;

/// <summary>What is remembered of a robot's way for the sentence at its end.</summary>
/// <param name="LastBlock">Of its last action; -1: it had none.</param>
/// <param name="GoalTick">Ticks done when it last left a goal; -1: it never did.</param>
/// <param name="GoalBlock">The action that left it.</param>
internal readonly record struct Passage(int LastBlock, int GoalTick, int GoalBlock)
{
    public static Passage None { get; } = new(-1, -1, -1);

    public Passage Leaving(bool goal, int tick, int block) => goal ? this with { GoalTick = tick, GoalBlock = block } : this;
}
