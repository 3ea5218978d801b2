using Judge.Worlds.Trees;

namespace Judge.Worlds.Run;

/// <summary>
/// Which concepts a program really used in its runs, by the names that levels ask for: a loop that turned once is none, and a choice is one
/// only where both its outcomes were seen.
/// </summary>
internal sealed class ConceptUse : IConceptLog
{
    private readonly HashSet<string> _used = [];
    private readonly HashSet<(int Block, bool Holds)> _choices = [];
    private readonly Dictionary<int, int> _calls = [];
    private readonly Dictionary<int, IReadOnlyList<int>> _arguments = [];
    private readonly HashSet<int> _changed = [];

    public IReadOnlySet<string> Used => _used;

    /// <summary>Forgets what counts within one run only: calls, and which variables were changed.</summary>
    public void NextRun()
    {
        _calls.Clear();
        _changed.Clear();
    }

    public void Turned(Loop loop, int turn, bool nested)
    {
        if (turn < 2)
        {
            return;
        }

        _used.Add("loop");
        _used.Add(
            loop switch
            {
                Repeat => "repeat",
                Until => "until",
                While => "while",
                _ => "for",
            }
        );
        if (nested)
        {
            _used.Add("nested");
        }
    }

    public void Chose(If choice, bool holds)
    {
        _choices.Add((choice.Block, holds));
        if (_choices.Contains((choice.Block, !holds)))
        {
            _used.Add("if");
        }
    }

    public void Called(Call call, IReadOnlyList<int> arguments)
    {
        _calls[call.Procedure] = _calls.GetValueOrDefault(call.Procedure) + 1;
        if (_calls[call.Procedure] > 1)
        {
            _used.Add("call");
        }

        if (!_arguments.TryAdd(call.Procedure, arguments) && !arguments.SequenceEqual(_arguments[call.Procedure]))
        {
            _used.Add("parameter");
        }
    }

    public void Changed(int variable) => _changed.Add(variable);

    public void Read(Variable variable)
    {
        if (_changed.Contains(variable.Index))
        {
            _used.Add("variable");
        }
    }
}
