using Judge.Worlds.Blocks;
using Judge.Worlds.Levels;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Lint;

/// <summary>
/// All programs of one robot that a level's tools can make, by their number of blocks. Left out is what cannot be shorter than its like:
/// procedures (below six blocks the same statements without one are fewer), loops and choices of nothing, and a loop that holds a loop
/// alone, both with written numbers.
/// </summary>
internal sealed class ProgramSpace
{
    private static readonly Side[] Sides = Enum.GetValues<Side>();
    private readonly HashSet<string> _tools;
    private readonly IReadOnlyList<Condition> _whens;
    private readonly int _variables;
    private readonly int[] _turns;
    private readonly int[] _values;
    private readonly Dictionary<int, IReadOnlyList<IReadOnlyList<Statement>>> _bodies = [];
    private readonly Dictionary<int, IReadOnlyList<Statement>> _statements = [];
    private readonly Dictionary<int, IReadOnlyList<Condition>> _conditions = [];
    private readonly Dictionary<int, IReadOnlyList<Number>> _numbers = [];

    /// <param name="variables">How many the level has.</param>
    public ProgramSpace(Level level, int variables)
    {
        _tools = [.. level.Tools];
        var whens = level.Conditions.Count > 0 ? level.Conditions : BlockTypes.Find("sc_until_when")!.Fields[0].Values;
        _whens = [.. whens.Select(value => TreeBuilder.Chosen(0, BlockTypes.Chosen(value)))];
        _variables = variables;
        _turns = [.. Enumerable.Range(2, level.Worlds.Max(world => world.Width + world.Height) - 1)];
        _values = [.. level.Worlds.Select(world => world.Told).OfType<int>().Concat([0, 1, 2]).Distinct()];
    }

    /// <summary>Each once, and none twice in memory: the longest ones are many.</summary>
    public IEnumerable<IReadOnlyList<Statement>> Bodies(int blocks) =>
        blocks == 0
            ?
            [
                [],
            ]
            : Longer(blocks);

    private IEnumerable<IReadOnlyList<Statement>> Longer(int blocks) =>
        from first in Enumerable.Range(1, blocks)
        from statement in Statements(first)
        from rest in Kept(blocks - first)
        select (IReadOnlyList<Statement>)[statement, .. rest];

    private IReadOnlyList<IReadOnlyList<Statement>> Kept(int blocks) => Keep(_bodies, blocks, Bodies);

    private IReadOnlyList<Statement> Statements(int blocks) => Keep(_statements, blocks, size => Plain(size).Concat(Nested(size)));

    private IReadOnlyList<Condition> Conditions(int blocks) => Keep(_conditions, blocks, NewConditions);

    private IReadOnlyList<Number> Numbers(int blocks) => Keep(_numbers, blocks, NewNumbers);

    private static IReadOnlyList<T> Keep<T>(Dictionary<int, IReadOnlyList<T>> kept, int blocks, Func<int, IEnumerable<T>> make)
    {
        if (!kept.TryGetValue(blocks, out var all))
        {
            kept[blocks] = all = [.. make(blocks)];
        }

        return all;
    }

    private IEnumerable<Statement> Plain(int blocks)
    {
        List<Statement> alone =
        [
            .. Enum.GetValues<ActKind>().Where(kind => Has(kind)).Select(kind => new Act(0, kind)),
            .. Has("stop") ? [new Stop(0)] : (Statement[])[],
            .. Has("paint") ? Enumerable.Range(0, Signs.Colours.Count).Select(colour => new Paint(0, colour)) : [],
        ];
        return
        [
            .. blocks == 1 ? alone : [],
            .. Has("wait") ? Given(blocks - 1, _turns.Prepend(1)).Select(number => new Wait(0, number)) : [],
            .. Has("say") ? Given(blocks - 1, _values).Select(number => new Say(0, number)) : [],
            .. from variable in Enumerable.Range(0, _variables)
            from number in Given(blocks - 1, _values)
            from statement in (Statement[])
                [
                    .. Has("set") ? [new Set(0, variable, number)] : (Statement[])[],
                    .. Has("add") ? [new Add(0, variable, number)] : (Statement[])[],
                ]
            select statement,
        ];
    }

    private IEnumerable<Statement> Nested(int blocks)
    {
        var inner = blocks - 1;
        return
        [
            .. Has("repeat") ? Repeats(inner) : [],
            .. Has("for") ? Counts(inner) : [],
            .. Has("until_when") ? from when in _whens from body in Some(inner) select new Until(0, when, body) : [],
            .. Has("while_when") ? from when in _whens from body in Some(inner) select new While(0, when, body) : [],
            .. Has("if_when") ? from when in _whens from body in Some(inner) select new If(0, when, body, null) : [],
            .. Has("if_else_when") ? from when in _whens from bodies in Two(inner) select new If(0, when, bodies.Then, bodies.Else) : [],
            .. Has("until") ? from one in Conditional(inner) select new Until(0, one.Condition, one.Body) : [],
            .. Has("while") ? from one in Conditional(inner) select new While(0, one.Condition, one.Body) : [],
            .. Has("if") ? from one in Conditional(inner) select new If(0, one.Condition, one.Body, null) : [],
            .. Has("if_else")
                ? from size in Enumerable.Range(1, Math.Max(0, inner - 1))
                from condition in Conditions(size)
                from bodies in Two(inner - size)
                select new If(0, condition, bodies.Then, bodies.Else)
                : [],
        ];
    }

    private IEnumerable<Statement> Repeats(int inner) =>
        from size in Enumerable.Range(0, Math.Max(0, inner))
        from times in Given(size, _turns)
        from body in Some(inner - size)
        where times is not Literal || body is not [Repeat { Times: Literal }]
        select new Repeat(0, times, body);

    private IEnumerable<Statement> Counts(int inner) =>
        from variable in Enumerable.Range(0, _variables)
        from size in Enumerable.Range(0, Math.Max(0, inner))
        from start in (int[])[0, 1]
        from end in Given(size, _turns)
        from body in Some(inner - size)
        select new For(0, variable, new Literal(0, start), end, body);

    private IEnumerable<(Condition Condition, IReadOnlyList<Statement> Body)> Conditional(int inner) =>
        from size in Enumerable.Range(1, Math.Max(0, inner - 1))
        from condition in Conditions(size)
        from body in Some(inner - size)
        select (condition, body);

    private IReadOnlyList<IReadOnlyList<Statement>> Some(int blocks) => blocks > 0 ? Kept(blocks) : [];

    private IEnumerable<(IReadOnlyList<Statement> Then, IReadOnlyList<Statement> Else)> Two(int blocks) =>
        from first in Enumerable.Range(0, Math.Max(0, blocks + 1))
        where blocks > 0
        from then in Kept(first)
        from other in Kept(blocks - first)
        select (then, other);

    private IEnumerable<Condition> NewConditions(int blocks)
    {
        List<Condition> alone =
        [
            .. Enum.GetValues<HereKind>().Where(kind => Has(kind)).Select(kind => new Here(0, kind)),
            .. from kind in Enum.GetValues<LookKind>() where Has(kind) from side in Sides select new Look(0, kind, side),
            .. Has("colour") ? Enumerable.Range(0, Signs.Colours.Count).Select(colour => new Colour(0, colour)) : [],
        ];
        return
        [
            .. blocks == 1 ? alone : [],
            .. blocks > 1 && Has("not") ? Conditions(blocks - 1).Select(inner => new Not(0, inner)) : [],
            .. Has("and") ? Pairs(blocks - 1).Select(pair => new And(0, pair.Left, pair.Right)) : [],
            .. Has("or") ? Pairs(blocks - 1).Select(pair => new Or(0, pair.Left, pair.Right)) : [],
            .. Has("compare")
                ? from kind in Enum.GetValues<CompareKind>()
                from pair in NumberPairs(blocks - 1)
                select new Compare(0, kind, pair.Left, pair.Right)
                : [],
        ];
    }

    private IEnumerable<(Condition Left, Condition Right)> Pairs(int blocks) =>
        from size in Enumerable.Range(1, Math.Max(0, blocks - 1))
        from left in Conditions(size)
        from right in Conditions(blocks - size)
        select (left, right);

    private IEnumerable<Number> NewNumbers(int blocks)
    {
        List<Number> alone =
        [
            .. Enum.GetValues<ReadingKind>().Where(kind => Has(kind)).Select(kind => new Reading(0, kind)),
            .. Has("distance") ? Sides.Select(side => new Distance(0, side)) : [],
            .. Has("variable") ? Enumerable.Range(0, _variables).Select(variable => new Variable(0, variable)) : [],
        ];
        return
        [
            .. blocks == 1 ? alone : [],
            .. blocks > 1 && Has("arithmetic")
                ? from kind in Enum.GetValues<ArithmeticKind>()
                from pair in NumberPairs(blocks - 1)
                select new Arithmetic(0, kind, pair.Left, pair.Right)
                : [],
        ];
    }

    /// <summary>Two written numbers are left out: they come to another written number.</summary>
    private IEnumerable<(Number Left, Number Right)> NumberPairs(int blocks) =>
        from size in Enumerable.Range(0, Math.Max(0, blocks + 1))
        where blocks > 0
        from left in Given(size, _values)
        from right in Given(blocks - size, _values)
        select (left, right);

    /// <summary>Written numbers cost no block.</summary>
    private IEnumerable<Number> Given(int blocks, IEnumerable<int> written) =>
        blocks == 0 ? written.Select(value => new Literal(0, value))
        : blocks > 0 ? Numbers(blocks)
        : [];

    private bool Has(string tool) => _tools.Contains(tool);

    private bool Has<T>(T kind)
        where T : struct, Enum => Has(kind.ToString().ToLowerInvariant());
}
