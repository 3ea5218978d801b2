using Judge.Worlds.Trees;

namespace Judge.Worlds.Run;

/// <summary>Hears what a program of blocks does while it runs, to tell which concepts it uses.</summary>
internal interface IConceptLog
{
    /// <param name="turn">Of this run through the loop, from 1.</param>
    /// <param name="nested">A loop around it is in its second turn or later.</param>
    void Turned(Loop loop, int turn, bool nested);

    void Chose(If choice, bool holds);

    void Called(Call call, IReadOnlyList<int> arguments);

    /// <summary>A variable was set or added to.</summary>
    void Changed(int variable);

    void Read(Variable variable);
}
