using Judge.Contests;
using Judge.Submit;

namespace ArenaWeb.Puzzles.Rules;

/// <summary>How far somebody is with a level, from less to more.</summary>
internal enum LevelMark
{
    Untried,
    Tried,

    /// <summary>All worlds that the pupil sees are solved, and a hidden one is not.</summary>
    Almost,
    One,
    Two,
    Three,
}

/// <summary>One run of a level, as the wall and the figures need it.</summary>
/// <param name="Stars">0 to 3; null: it waits for its verdict, or the judge failed.</param>
/// <param name="End">Code of the first world that was not solved; <c>ok</c>: all were; empty: there is no verdict.</param>
/// <param name="Blocks">Of the program; 0: not known.</param>
internal sealed record LevelRun(
    SubmissionId Id,
    EntrantId Entrant,
    string Label,
    DateTimeOffset At,
    int? Stars,
    bool Almost = false,
    string End = "",
    int Blocks = 0,
    LateHandin? Late = null
)
{
    public bool IsSolved => Stars > 0;

    public LevelMark Mark =>
        Stars switch
        {
            3 => LevelMark.Three,
            2 => LevelMark.Two,
            1 => LevelMark.One,
            _ => Almost ? LevelMark.Almost : LevelMark.Tried,
        };

    /// <summary>The best of several runs of one level.</summary>
    public static LevelMark Best(IEnumerable<LevelRun> runs) => runs.Select(run => run.Mark).DefaultIfEmpty(LevelMark.Untried).Max();
}

/// <summary>Words and numbers of a mark.</summary>
internal static class LevelMarks
{
    /// <summary>0 where there is no star.</summary>
    public static int Stars(this LevelMark mark) => mark >= LevelMark.One ? mark - LevelMark.Almost : 0;
}
