using Judge.Worlds.Levels;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Run;

/// <summary>
/// Drives a robot by a program of blocks. It keeps a stack of its own, so no depth of calls can hurt. One operation is counted for each
/// statement that begins, each look whether a loop goes on, and each number and condition that is worked out.
/// </summary>
internal sealed class BlockMind : IMind
{
    /// <summary>Operations of one robot in a run.</summary>
    public const int MostOperations = 200_000;

    /// <summary>Operations from one action to the next.</summary>
    public const int MostIdle = 1000;

    /// <summary>Calls within calls.</summary>
    public const int MostCalls = 64;

    private readonly BlockProgram _program;
    private readonly IConceptLog? _log;
    private readonly int[] _variables;
    private readonly List<int> _chain = [];
    private Frame[] _frames = new Frame[16];
    private int _depth;
    private int _calls;
    private int _operations;
    private int _idle;
    private int _waits;
    private Intent? _failure;
    private Senses _senses;

    /// <param name="log">Hears which concepts are used; null: nobody wants to know.</param>
    public BlockMind(BlockProgram program, int robot, IConceptLog? log)
    {
        (_program, _log, _variables) = (program, log, new int[program.Variables.Count]);
        Push(null, program.Mains[robot], []);
    }

    public IReadOnlyList<int> Chain
    {
        get
        {
            _chain.Clear();
            for (var at = 1; at < _depth; at++)
            {
                _chain.Add(_frames[at].Owner!.Block);
            }

            return _chain;
        }
    }

    public Intent Next(Senses senses)
    {
        _senses = senses;
        _idle = 0;
        if (_waits > 0)
        {
            _waits--;
            return new Intent(Deed.Wait, _frames[_depth - 1].Last);
        }

        while (_depth > 0)
        {
            ref var top = ref _frames[_depth - 1];
            if (top.At == top.Body.Count)
            {
                EndOfBody(ref top);
            }
            else
            {
                var statement = top.Body[top.At++];
                top.Last = statement.Block;
                if (Begin(statement) is { } intent)
                {
                    return _failure ?? intent;
                }
            }

            if (_failure is { } failure)
            {
                return failure;
            }
        }

        return new Intent(Deed.Ended);
    }

    /// <summary>Null: no action has come of it.</summary>
    private Intent? Begin(Statement statement)
    {
        Count(statement.Block);
        switch (statement)
        {
            case Act act:
                return new Intent(Deed.Forward + (int)act.Kind, act.Block);
            case Paint paint:
                return new Intent(Deed.Paint, paint.Block, paint.Colour);
            case Say say:
                return new Intent(Deed.Say, say.Block, ValueOf(say.Value));
            case Wait wait:
                _waits = Math.Max(0, ValueOf(wait.Ticks));
                return _waits-- > 0 ? new Intent(Deed.Wait, wait.Block) : null;
            case Stop:
                _depth = 0;
                return null;
            case Set set:
                Assign(set.Variable, ValueOf(set.Value));
                return null;
            case Add add:
                Assign(add.Variable, Checked(add.Block, (long)_variables[add.Variable] + ValueOf(add.Value)));
                return null;
            default:
                Enter(statement);
                return null;
        }
    }

    private void Enter(Statement statement)
    {
        var arguments = _frames[_depth - 1].Arguments;
        switch (statement)
        {
            case If choice:
                var holds = Holds(choice.Condition);
                _log?.Chose(choice, holds);
                if ((holds ? choice.Then : choice.Else) is { } part)
                {
                    Push(choice, part, arguments);
                }

                break;
            case Call call:
                Enter(call);
                break;
            case Repeat repeat:
                PushLoop(repeat, ValueOf(repeat.Times), 0, arguments);
                break;
            case For counted:
                var from = ValueOf(counted.From);
                PushLoop(counted, (long)ValueOf(counted.To) - from + 1, from, arguments);
                break;
            case Loop loop:
                PushLoop(loop, 0, 0, arguments);
                break;
            default:
                throw new InvalidOperationException($"Nothing runs {statement.GetType().Name}.");
        }
    }

    private void Enter(Call call)
    {
        var arguments = call.Arguments.Count == 0 ? [] : new int[call.Arguments.Count];
        for (var at = 0; at < arguments.Length; at++)
        {
            arguments[at] = ValueOf(call.Arguments[at]);
        }

        if (_calls == MostCalls)
        {
            Fail(EndCode.TooDeep, call.Block);
        }

        _calls++;
        _log?.Called(call, arguments);
        Push(call, _program.Procedures[call.Procedure].Body, arguments);
    }

    private void EndOfBody(ref Frame top)
    {
        if (top.Owner is not Loop loop)
        {
            _calls -= top.Owner is Call ? 1 : 0;
            _depth--;
            return;
        }

        Count(loop.Block);
        var goesOn = loop switch
        {
            Until until => !Holds(until.Condition),
            While during => Holds(during.Condition),
            _ => top.Left-- > 0,
        };
        if (!goesOn)
        {
            _depth--;
            return;
        }

        if (loop is For counted)
        {
            _variables[counted.Variable] = top.Counter++;
        }

        top.At = 0;
        top.Turns++;
        _log?.Turned(loop, top.Turns, IsInTurningLoop());
    }

    /// <summary>Whether a loop around the present one is in its second turn or later.</summary>
    private bool IsInTurningLoop()
    {
        for (var at = _depth - 2; at > 0; at--)
        {
            if (_frames[at].Turns > 1)
            {
                return true;
            }
        }

        return false;
    }

    private void PushLoop(Loop loop, long turns, int counter, int[] arguments)
    {
        Push(loop, loop.Body, arguments);
        ref var top = ref _frames[_depth - 1];
        (top.At, top.Left, top.Counter) = (loop.Body.Count, turns, counter);
    }

    private void Push(Statement? owner, IReadOnlyList<Statement> body, int[] arguments)
    {
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, 2 * _depth);
        }

        _frames[_depth++] = new Frame(owner, body, arguments);
    }

    private int ValueOf(Number number)
    {
        Count(number.Block);
        switch (number)
        {
            case Literal literal:
                return literal.Value;
            case Variable variable:
                _log?.Read(variable);
                return _variables[variable.Index];
            case Parameter parameter:
                return _frames[_depth - 1].Arguments[parameter.Index];
            case Arithmetic sum:
                return ValueOf(sum, ValueOf(sum.Left), ValueOf(sum.Right));
            case Reading reading:
                return reading.Kind switch
                {
                    ReadingKind.Pile => _senses.Pile,
                    ReadingKind.Bag => _senses.Bag,
                    _ => _senses.Power,
                };
            case Distance distance:
                return _senses.Distance((int)distance.Side);
            default:
                throw new InvalidOperationException($"Nothing works out {number.GetType().Name}.");
        }
    }

    private int ValueOf(Arithmetic sum, long left, long right)
    {
        if (sum.Kind is ArithmeticKind.Div or ArithmeticKind.Mod && right == 0)
        {
            Fail(EndCode.DivisionByZero, sum.Block);
            return 0;
        }

        return Checked(
            sum.Block,
            sum.Kind switch
            {
                ArithmeticKind.Plus => left + right,
                ArithmeticKind.Minus => left - right,
                ArithmeticKind.Times => left * right,
                ArithmeticKind.Div => left / right,
                _ => left % right,
            }
        );
    }

    private bool Holds(Condition condition)
    {
        Count(condition.Block);
        return condition switch
        {
            Compare compare => Holds(compare.Kind, ValueOf(compare.Left), ValueOf(compare.Right)),
            And and => Holds(and.Left) && Holds(and.Right),
            Or or => Holds(or.Left) || Holds(or.Right),
            Not not => !Holds(not.Inner),
            Fixed known => known.Value,
            Colour colour => _senses.Colour == colour.Number,
            Here here => here.Kind switch
            {
                HereKind.Thing => _senses.Pile > 0,
                HereKind.House => _senses.HouseNeeds,
                _ => _senses.IsGoal,
            },
            Look look => look.Kind switch
            {
                LookKind.Free => _senses.IsFree((int)look.Side),
                LookKind.Line => _senses.HasLine((int)look.Side),
                _ => _senses.HasRobot((int)look.Side),
            },
            _ => throw new InvalidOperationException($"Nothing decides {condition.GetType().Name}."),
        };
    }

    private static bool Holds(CompareKind kind, int left, int right) =>
        kind switch
        {
            CompareKind.Eq => left == right,
            CompareKind.Ne => left != right,
            CompareKind.Lt => left < right,
            CompareKind.Le => left <= right,
            CompareKind.Gt => left > right,
            _ => left >= right,
        };

    private void Assign(int variable, int value)
    {
        _variables[variable] = value;
        _log?.Changed(variable);
    }

    private int Checked(int block, long value)
    {
        if (value is < int.MinValue or > int.MaxValue)
        {
            Fail(EndCode.NumberTooLarge, block);
            return 0;
        }

        return (int)value;
    }

    private void Count(int block)
    {
        _operations++;
        if (++_idle > MostIdle)
        {
            Fail(EndCode.IdleLoop, InnermostLoop() ?? block);
        }
        else if (_operations > MostOperations)
        {
            Fail(EndCode.OutOfTicks, block);
        }
    }

    private int? InnermostLoop()
    {
        for (var at = _depth - 1; at > 0; at--)
        {
            if (_frames[at].Owner is Loop loop)
            {
                return loop.Block;
            }
        }

        return null;
    }

    /// <summary>The first failure counts.</summary>
    private void Fail(EndCode code, int block) => _failure ??= new Intent(Deed.Failed, block, 0, code);

    /// <summary>A body that is under way.</summary>
    private struct Frame(Statement? owner, IReadOnlyList<Statement> body, int[] arguments)
    {
        /// <summary>Loop, choice or call whose body it is; null: it is the robot's main body.</summary>
        public readonly Statement? Owner = owner;
        public readonly IReadOnlyList<Statement> Body = body;

        /// <summary>Of the procedure that is under way.</summary>
        public readonly int[] Arguments = arguments;

        /// <summary>Index of the next statement.</summary>
        public int At;

        /// <summary>Block of the statement that began last.</summary>
        public int Last;

        /// <summary>Turns that are still to come, in loops that are counted.</summary>
        public long Left;

        /// <summary>What the variable becomes in the next turn.</summary>
        public int Counter;

        /// <summary>Turns begun so far.</summary>
        public int Turns;
    }
}
