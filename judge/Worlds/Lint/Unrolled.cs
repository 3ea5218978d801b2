using Judge.Worlds.Levels;
using Judge.Worlds.Run;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Lint;

/// <summary>
/// What a program did in one world, written down action by action without a loop or a question: the answer of who looks at one map only.
/// </summary>
internal static class Unrolled
{
    public static BlockProgram Of(Level level, World world, BlockProgram program)
    {
        List<Recorder> minds = [.. world.Robots.Select((_, robot) => new Recorder(new BlockMind(program, robot, log: null)))];
        WorldEngine.Run(level, world, minds);
        return new BlockProgram { Mains = [.. minds.Select(mind => (IReadOnlyList<Statement>)[.. mind.Done.Select(Statement)])] };
    }

    private static Statement Statement(Intent intent) =>
        intent.Deed switch
        {
            Deed.Paint => new Paint(0, intent.Number),
            Deed.Wait => new Wait(0, new Literal(0, 1)),
            Deed.Say => new Say(0, new Literal(0, intent.Number)),
            var deed => new Act(0, deed - Deed.Forward + ActKind.Forward),
        };

    private sealed class Recorder(IMind inner) : IMind
    {
        public List<Intent> Done { get; } = [];

        public IReadOnlyList<int> Chain => inner.Chain;

        public Intent Next(Senses senses)
        {
            var intent = inner.Next(senses);
            if (intent.Deed is not (Deed.Ended or Deed.Failed))
            {
                Done.Add(intent);
            }

            return intent;
        }
    }
}
