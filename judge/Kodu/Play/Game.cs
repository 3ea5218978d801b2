using Judge.Kodu.Model;
using Judge.Kodu.Tiles;

namespace Judge.Kodu.Play;

/// <summary>
/// A model of the game: fixed steps, no chance, no physics but circles that touch. In a step all actors sense, then all act in the order of
/// the file with effects at once, then they move. It proves that a rule can be reached and fires, not that the game plays well. Source of
/// the order and of the conflicts: the loop of Kodu Game Lab 1.6.
/// </summary>
internal sealed class Game
{
    private const int MostThings = 2000;
    private const int MostRules = 200_000;
    private const int MostEvents = 100_000;

    /// <summary>Conditions judged and things looked at in a run: what asks for more is given up.</summary>
    private const long MostWork = 20_000_000;

    private readonly List<Thing> _things = [];
    private readonly List<PlayEvent> _events = [];
    private readonly Level _level;
    private readonly Script _script;
    private readonly Senses _senses;
    private readonly Deeds _deeds;
    private int _rulesLeft = MostRules;
    private long _work;

    private Game(Level level, Script script)
    {
        (_level, _script, _senses, _deeds) = (level, script, new Senses(this), new Deeds(this));
        foreach (var actor in level.Actors.Where(actor => !actor.IsMaster))
        {
            Add(actor, actor.X, actor.Y);
        }
    }

    public IReadOnlyList<Thing> Things => _things;

    public Scores Scores { get; } = new();

    public int Step { get; private set; }

    public IReadOnlySet<string> Down { get; private set; } = new HashSet<string>();

    public PlayEnd End { get; set; }

    public IReadOnlyList<Way> Ways => _level.Ways;

    /// <summary>Plays a level from its start. The same level and script give the same trace.</summary>
    public static PlayTrace Run(Level level, Script script)
    {
        var game = new Game(level, script);
        for (; game.Step < script.Steps && game.End == PlayEnd.None; game.Step++)
        {
            game.Once();
        }

        var unsupported = level
            .Actors.SelectMany(actor => actor.Pages)
            .SelectMany(page => page)
            .SelectMany(rule => Support.Missing(Loading.Loaded(rule, level.Head)));
        return new PlayTrace(
            game.End == PlayEnd.None ? PlayEnd.Timeout : game.End,
            game.Step,
            game._events,
            game.Scores.All,
            [.. unsupported.Distinct().Order(StringComparer.Ordinal)]
        );
    }

    public void Tell(Thing thing, string what, string value)
    {
        _events.Add(new PlayEvent(Step, thing.Number, what, value));
        End = _events.Count < MostEvents || End != PlayEnd.None ? End : PlayEnd.TooMuch;
    }

    /// <summary>The master of a creatable; null: the level has none of that id.</summary>
    public Actor? Master(string id) => _level.Actors.FirstOrDefault(actor => actor.IsMaster && actor.CreatableId == id);

    /// <summary>Null: there are too many already.</summary>
    public Thing? Add(Actor actor, double x, double y)
    {
        if (_things.Count == MostThings || _rulesLeft <= 0)
        {
            return null;
        }

        var thing = new Thing
        {
            Number = _things.Count + 1,
            Actor = actor,
            Kind = TileTable.Actors.GetValueOrDefault(actor.Type),
            Color = actor.Color,
            Pages = PlayProgram.Of(actor, _level.Head, ref _rulesLeft),
            X = x,
            Y = y,
            Heading = actor.Orientation,
        };
        _things.Add(thing);
        return thing;
    }

    private void Once()
    {
        Down = _script.Down(Step);
        var acting = _things.Where(thing => !thing.IsGone).ToList();
        foreach (var thing in acting)
        {
            thing.Wish = null;
            Sense(thing);
        }

        End = _work > MostWork ? PlayEnd.TooMuch : End;
        Scores.Turn();
        foreach (var thing in acting.TakeWhile(_ => End == PlayEnd.None).Where(thing => !thing.IsGone))
        {
            _deeds.Do(thing);
        }

        Motion.Step(_things);
        _work += (long)_things.Count * _things.Count(thing => thing.FeelsBumps);
        foreach (var thing in acting)
        {
            (thing.Got, thing.Eating) = (thing.Eating, []);
        }
    }

    /// <summary>Depth by depth: a child is judged only where its parent holds in this step; else its "once" is whole again.</summary>
    private void Sense(Thing thing)
    {
        var rules = thing.Rules;
        _work += rules.Count;
        foreach (var rule in rules.OrderBy(rule => rule.Depth))
        {
            if (rule.IsPlayed && (rule.Parent < 0 || rules[rule.Parent].Holds))
            {
                _senses.Judge(thing, rule);
                _work += rule.Rule.Sensor == "sensor.eyes" ? _things.Count : 0;
            }
            else
            {
                (rule.Holds, rule.IsSpent) = (false, false);
            }
        }
    }
}
