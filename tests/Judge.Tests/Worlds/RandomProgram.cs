using Judge.Worlds.Trees;

namespace Judge.Tests.Worlds;

/// <summary>Draws a program; each block gets its number before what is in it.</summary>
internal sealed class RandomProgram(SplitMix random)
{
    private const int Variables = 2;

    private readonly List<int> _parameters = [];
    private int _block;
    private int _own;

    public BlockProgram Draw(int robots)
    {
        var procedures = random.Below(3);
        for (var at = 0; at < procedures; at++)
        {
            _parameters.Add(random.Below(3));
        }

        List<IReadOnlyList<Statement>> mains = [];
        for (var robot = 0; robot < robots; robot++)
        {
            _block++;
            mains.Add(Body(1 + random.Below(5), 0));
        }

        List<Procedure> all = [];
        foreach (var parameters in _parameters)
        {
            var hat = _block++;
            _own = parameters;
            all.Add(
                new Procedure(hat, $"f{all.Count}", [.. Enumerable.Range(0, parameters).Select(at => $"n{at}")], Body(random.Below(4), 1))
            );
        }

        return new BlockProgram
        {
            Mains = mains,
            Procedures = all,
            Variables = [.. Enumerable.Range(0, Variables).Select(at => $"v{at}")],
        };
    }

    private List<Statement> Body(int count, int depth)
    {
        List<Statement> body = [];
        for (var at = 0; at < count; at++)
        {
            body.Add(Statement(depth));
        }

        return body;
    }

    private Statement Statement(int depth)
    {
        var kind = random.Below(depth < 3 ? 24 : 15);
        var block = _block++;
        return kind switch
        {
            < 5 => new Act(block, ActKind.Forward),
            5 => new Act(block, ActKind.Left),
            6 => new Act(block, ActKind.Right),
            7 => new Act(block, ActKind.Around),
            8 => new Act(block, ActKind.Pick),
            9 => new Act(block, ActKind.Drop),
            10 => new Paint(block, random.Below(8)),
            11 => new Wait(block, Number(0)),
            12 => new Say(block, Number(0)),
            13 => Assignment(block),
            14 => Call(block),
            15 or 16 => Repeat(block, depth),
            17 => Until(block, depth),
            18 => While(block, depth),
            19 => For(block, depth),
            20 or 21 or 22 => If(block, depth),
            _ => random.Below(4) == 0 ? new Stop(block) : new Act(block, ActKind.Forward),
        };
    }

    private Statement Assignment(int block)
    {
        var sets = random.Below(2) == 0;
        var variable = random.Below(Variables);
        var value = Number(0);
        return sets ? new Set(block, variable, value) : new Add(block, variable, value);
    }

    private Statement Call(int block)
    {
        if (_parameters.Count == 0)
        {
            return new Act(block, ActKind.Forward);
        }

        var procedure = random.Below(_parameters.Count);
        List<Number> arguments = [];
        for (var at = 0; at < _parameters[procedure]; at++)
        {
            arguments.Add(Number(0));
        }

        return new Call(block, procedure, arguments);
    }

    private Repeat Repeat(int block, int depth)
    {
        var times = Number(0);
        return new Repeat(block, times, Body(random.Below(4), depth + 1));
    }

    private Until Until(int block, int depth)
    {
        var condition = Condition(0);
        return new Until(block, condition, Body(random.Below(4), depth + 1));
    }

    private While While(int block, int depth)
    {
        var condition = Condition(0);
        return new While(block, condition, Body(random.Below(4), depth + 1));
    }

    private For For(int block, int depth)
    {
        var variable = random.Below(Variables);
        var from = Number(0);
        var to = Number(0);
        return new For(block, variable, from, to, Body(random.Below(4), depth + 1));
    }

    private If If(int block, int depth)
    {
        var condition = Condition(0);
        var then = Body(random.Below(3), depth + 1);
        return new If(block, condition, then, random.Below(2) == 0 ? null : Body(random.Below(3), depth + 1));
    }

    private Number Number(int depth)
    {
        var kind = random.Below(depth < 2 ? 11 : 8);
        var block = _block++;
        switch (kind)
        {
            case < 3:
                return new Literal(block, random.Below(8) - 1);
            case 3:
                return new Literal(block, random.Below(10) == 0 ? int.MaxValue : 3);
            case 4:
                return new Variable(block, random.Below(Variables));
            case 5:
                return _own > 0 ? new Parameter(block, random.Below(_own)) : new Literal(block, 2);
            case 6:
                return new Reading(block, (ReadingKind)random.Below(3));
            case 7:
                return new Distance(block, (Side)random.Below(4));
            default:
                var operation = (ArithmeticKind)random.Below(5);
                var left = Number(depth + 1);
                return new Arithmetic(block, operation, left, Number(depth + 1));
        }
    }

    private Condition Condition(int depth)
    {
        var kind = random.Below(depth < 2 ? 14 : 9);
        var block = _block++;
        switch (kind)
        {
            case < 3:
                return new Look(block, LookKind.Free, (Side)random.Below(4));
            case 3:
                return new Look(block, random.Below(2) == 0 ? LookKind.Line : LookKind.Robot, (Side)random.Below(4));
            case 4:
                return new Here(block, HereKind.Thing);
            case 5:
                return new Here(block, HereKind.House);
            case 6:
                return new Here(block, HereKind.Goal);
            case 7:
                return new Colour(block, random.Below(8));
            case 8:
                return new Fixed(block, random.Below(2) == 0);
            case 9 or 10:
                var compared = (CompareKind)random.Below(6);
                var number = Number(1);
                return new Compare(block, compared, number, Number(1));
            case 11:
                return new Not(block, Condition(depth + 1));
            case 12:
                var first = Condition(depth + 1);
                return new And(block, first, Condition(depth + 1));
            default:
                var left = Condition(depth + 1);
                return new Or(block, left, Condition(depth + 1));
        }
    }
}
