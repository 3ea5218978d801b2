using Judge.Worlds.Levels;

namespace Judge.Worlds.Run;

/// <summary>Runs robots in a world, tick by tick, until all have ended, one fails, or the ticks are used up.</summary>
internal sealed class WorldRun
{
    private readonly World _world;
    private readonly IReadOnlyList<IMind> _minds;
    private readonly WorldState _state;
    private readonly TraceWriter _writer;
    private readonly Intent[] _intents;
    private readonly Passage[] _passages;
    private readonly int[] _gates;
    private readonly bool[] _shownOpen;
    private readonly List<ulong> _hashes = [];
    private RunEnd? _failure;
    private int _toldBlock = -1;
    private int _toldBy;

    private WorldRun(World world, IReadOnlyList<IMind> minds)
    {
        (_world, _minds, _state, _writer) = (world, minds, new WorldState(world), new TraceWriter(minds.Count));
        _intents = new Intent[minds.Count];
        _passages = [.. Enumerable.Repeat(Passage.None, minds.Count)];
        _gates = [.. world.Cells.Index().Where(cell => cell.Item.Gate is not null).Select(cell => cell.Index)];
        _shownOpen = [.. _gates.Select(gate => _state.IsOpen(world.PlaceOf(gate)))];
    }

    /// <param name="minds">One a robot.</param>
    /// <param name="win">What must be true in the end.</param>
    /// <param name="mostTicks">At least 1.</param>
    public static Trace Of(World world, IReadOnlyList<IMind> minds, IReadOnlyList<WinRule> win, int mostTicks)
    {
        var run = new WorldRun(world, minds);
        var end = run.Play(mostTicks) ?? Ending.Of(run._state, win, run._passages, run._toldBy, run._toldBlock);
        run._hashes.Add(run._state.Hash());
        return new Trace(world.Id, run._state.Tick, end, run._hashes, run._writer.Bytes);
    }

    /// <summary>Null: all robots have ended by themselves.</summary>
    private RunEnd? Play(int mostTicks)
    {
        while (true)
        {
            if (Ask() is { } stuck)
            {
                return stuck;
            }

            var first = Array.FindIndex(_intents, intent => intent.Deed != Deed.Ended);
            if (first < 0)
            {
                return null;
            }

            if (_state.Tick == mostTicks)
            {
                return End(EndCode.OutOfTicks, first, _intents[first].Block, mostTicks);
            }

            Act();
            if (_state.Tick % Trace.HashEvery == 0)
            {
                _hashes.Add(_state.Hash());
            }

            if (_failure is { } failure)
            {
                return failure with { Tick = _state.Tick };
            }
        }
    }

    /// <summary>Lets each robot decide, in order; all see the world as the tick begins.</summary>
    /// <returns>Why one cannot go on; null: all can.</returns>
    private RunEnd? Ask()
    {
        for (var robot = 0; robot < _minds.Count; robot++)
        {
            if (_state.Robots[robot].Ended)
            {
                continue;
            }

            var intent = _minds[robot].Next(new Senses(_state, robot));
            _intents[robot] = intent;
            if (intent.Deed == Deed.Failed)
            {
                return End(intent.Failure, robot, intent.Block, intent.Number);
            }

            _state.Robots[robot].Ended = intent.Deed == Deed.Ended;
        }

        return null;
    }

    private void Act()
    {
        var mishaps = Moves.Resolve(_state, _intents);
        ShowGates();
        FailMoves(mishaps, collisions: false);
        FailMoves(mishaps, collisions: true);
        for (var robot = 0; robot < _intents.Length; robot++)
        {
            Move(robot, mishaps[robot]);
        }

        for (var robot = 0; robot < _intents.Length; robot++)
        {
            if (mishaps[robot].Code == EndCode.Ok)
            {
                mishaps[robot] = Handle(robot, _intents[robot]);
                Fail(robot, mishaps[robot]);
            }
        }

        for (var robot = 0; robot < _intents.Length; robot++)
        {
            if (mishaps[robot].Code == EndCode.Ok && _intents[robot].Deed == Deed.Forward)
            {
                mishaps[robot] = OfGround(robot);
                Fail(robot, mishaps[robot]);
            }
        }

        Span<bool> empty = stackalloc bool[_intents.Length];
        for (var robot = 0; robot < _intents.Length; robot++)
        {
            empty[robot] = !Charge(robot);
        }

        _state.Tick++;
        Record(mishaps, empty);
    }

    /// <summary>A wall is the cause of the collision behind it, so it is told first.</summary>
    private void FailMoves(Mishap[] mishaps, bool collisions)
    {
        for (var robot = 0; robot < mishaps.Length; robot++)
        {
            if (mishaps[robot].Code == EndCode.Collision == collisions)
            {
                Fail(robot, mishaps[robot]);
            }
        }
    }

    private void Move(int robot, Mishap mishap)
    {
        ref var mover = ref _state.Robots[robot];
        var intent = _intents[robot];
        if (intent.Deed == Deed.Forward && mishap.Code == EndCode.Ok)
        {
            _passages[robot] = _passages[robot].Leaving(_world[mover.Place].Goal, _state.Tick, intent.Block);
            _state.Move(robot);
        }

        mover.Direction = (Direction)(((int)mover.Direction + Turns(intent.Deed)) & 3);
        if (intent.Deed != Deed.Ended)
        {
            _passages[robot] = _passages[robot] with { LastBlock = intent.Block };
        }
    }

    private Mishap Handle(int robot, Intent intent)
    {
        ref var own = ref _state.Robots[robot];
        var cell = _world.IndexOf(own.Place);
        switch (intent.Deed)
        {
            case Deed.Pick when _state.Things[cell] == 0:
                return new Mishap(EndCode.NothingHere);
            case Deed.Pick when own.Bag >= _world.Bag:
                return new Mishap(EndCode.BagFull, _world.Bag);
            case Deed.Pick:
                _state.Things[cell]--;
                own.Bag++;
                return default;
            case Deed.Drop when own.Bag == 0:
                return new Mishap(EndCode.EmptyHanded);
            case Deed.Drop when _state.IsHouse(cell) ? _state.Needs[cell] == 0 : _state.Things[cell] == World.MostThings:
                return new Mishap(EndCode.HouseFull);
            case Deed.Drop:
                _state.Things[cell] += (byte)(_state.IsHouse(cell) ? 0 : 1);
                _state.Needs[cell] -= (byte)(_state.IsHouse(cell) ? 1 : 0);
                own.Bag--;
                return default;
            case Deed.Paint:
                _state.Colours[cell] = (byte)intent.Number;
                return default;
            case Deed.Say:
                (_state.Told, _toldBlock, _toldBy) = (intent.Number, intent.Block, robot);
                return default;
            default:
                return default;
        }
    }

    private Mishap OfGround(int robot) =>
        _world[_state.Robots[robot].Place].Terrain switch
        {
            Terrain.Water or Terrain.Hole => new Mishap(EndCode.FellInHole),
            Terrain.Off => new Mishap(EndCode.OffLine),
            _ => default,
        };

    /// <summary>Takes from a robot's power what its deed costs.</summary>
    /// <returns>False: it had less than that.</returns>
    private bool Charge(int robot)
    {
        ref var own = ref _state.Robots[robot];
        if (own.Power == RobotState.NoLimit)
        {
            return true;
        }

        var left = own.Power - Cost(_intents[robot].Deed, _world.Costs);
        own.Power = Math.Max(0, left);
        if (left < 0)
        {
            Fail(robot, new Mishap(EndCode.OutOfPower));
        }

        return left >= 0;
    }

    private static int Cost(Deed deed, ActionCosts costs) =>
        deed switch
        {
            Deed.Forward => costs.Forward,
            Deed.Left or Deed.Right => costs.Turn,
            Deed.Around => 2 * costs.Turn,
            Deed.Pick => costs.Pick,
            Deed.Drop => costs.Drop,
            Deed.Paint => costs.Paint,
            Deed.Wait => costs.Wait,
            Deed.Say => costs.Say,
            _ => 0,
        };

    private static int Turns(Deed deed) =>
        deed switch
        {
            Deed.Right => 1,
            Deed.Around => 2,
            Deed.Left => 3,
            _ => 0,
        };

    /// <summary>The first failure of a run is its end.</summary>
    private void Fail(int robot, Mishap mishap)
    {
        if (mishap.Code != EndCode.Ok)
        {
            _failure ??= End(mishap.Code, robot, _intents[robot].Block, mishap.Number);
        }
    }

    private RunEnd End(EndCode code, int robot, int block, int number) =>
        new(code, _state.Tick, robot, _state.Robots[robot].Place, block, number);

    /// <summary>Gates that are not as they were last shown go into the tick's first record.</summary>
    private void ShowGates()
    {
        for (var gate = 0; gate < _gates.Length; gate++)
        {
            var open = _state.IsOpen(_world.PlaceOf(_gates[gate]));
            if (open != _shownOpen[gate])
            {
                _shownOpen[gate] = open;
                _writer.Add(Effect.Gate, _gates[gate], open ? 1 : 0);
            }
        }
    }

    private void Record(Mishap[] mishaps, ReadOnlySpan<bool> empty)
    {
        for (var robot = 0; robot < _intents.Length; robot++)
        {
            var intent = _intents[robot];
            if (intent.Deed == Deed.Ended)
            {
                continue;
            }

            var code = mishaps[robot].Code;
            if (code == EndCode.Ok)
            {
                ShowDeed(robot, intent);
            }

            if (_state.Robots[robot].Power != RobotState.NoLimit && Cost(intent.Deed, _world.Costs) > 0)
            {
                _writer.Add(Effect.Power, _state.Robots[robot].Power);
            }

            if (code != EndCode.Ok || empty[robot])
            {
                _writer.Add(Effect.Failed, (int)(code != EndCode.Ok ? code : EndCode.OutOfPower));
            }

            _writer.Close(robot, intent, _minds[robot].Chain);
        }
    }

    private void ShowDeed(int robot, Intent intent)
    {
        var own = _state.Robots[robot];
        var cell = _world.IndexOf(own.Place);
        switch (intent.Deed)
        {
            case Deed.Pick or Deed.Drop:
                _writer.Add(
                    _state.IsHouse(cell) ? Effect.Need : Effect.Things,
                    cell,
                    _state.IsHouse(cell) ? _state.Needs[cell] : _state.Things[cell]
                );
                _writer.Add(Effect.Bag, own.Bag);
                break;
            case Deed.Paint:
                _writer.Add(Effect.Colour, cell, intent.Number);
                break;
            case Deed.Say:
                _writer.Say(intent.Number);
                break;
            default:
                break;
        }
    }
}
