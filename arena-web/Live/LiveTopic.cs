using System.Globalization;
using Judge.Contests;

namespace ArenaWeb.Live;

/// <summary>What one can hear of.</summary>
internal enum LiveSubject
{
    None,

    /// <summary>The window of a contest, for the clock; everybody may hear.</summary>
    Contest,

    /// <summary>The public board of a contest has changed; everybody may hear.</summary>
    Board,

    /// <summary>Submissions of one entrant and how far judges are with them; only that entrant may hear.</summary>
    Entrant,

    /// <summary>Something was told to all in a contest; its pupils and its jury may hear.</summary>
    Talk,

    /// <summary>Questions of a contest and what becomes of them; only its jury may hear.</summary>
    Desk,

    /// <summary>Somebody of a contest ran something; only who looks after pupils of it may hear.</summary>
    Wall,
}

/// <summary>One thing that a page listens to; as text <c>board:5</c>.</summary>
/// <param name="Number">Of the entrant where it is about one, else of the contest.</param>
internal readonly record struct LiveTopic(LiveSubject Subject, long Number)
{
    public static LiveTopic Clock(ContestId contest) => new(LiveSubject.Contest, contest.Value);

    public static LiveTopic Board(ContestId contest) => new(LiveSubject.Board, contest.Value);

    public static LiveTopic Own(EntrantId entrant) => new(LiveSubject.Entrant, entrant.Value);

    public static LiveTopic Talk(ContestId contest) => new(LiveSubject.Talk, contest.Value);

    public static LiveTopic Desk(ContestId contest) => new(LiveSubject.Desk, contest.Value);

    public static LiveTopic Wall(ContestId contest) => new(LiveSubject.Wall, contest.Value);

    /// <summary>Null: it names no topic.</summary>
    public static LiveTopic? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }
        return text[..colon] switch
        {
            "contest" => new LiveTopic(LiveSubject.Contest, number),
            "board" => new LiveTopic(LiveSubject.Board, number),
            "entrant" => new LiveTopic(LiveSubject.Entrant, number),
            "talk" => new LiveTopic(LiveSubject.Talk, number),
            "desk" => new LiveTopic(LiveSubject.Desk, number),
            "wall" => new LiveTopic(LiveSubject.Wall, number),
            _ => null,
        };
    }

    public override string ToString()
    {
        var subject = Subject switch
        {
            LiveSubject.Contest => "contest",
            LiveSubject.Board => "board",
            LiveSubject.Talk => "talk",
            LiveSubject.Desk => "desk",
            LiveSubject.Wall => "wall",
            _ => "entrant",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{subject}:{Number}");
    }
}

/// <summary>What a page says to the browser's one stream.</summary>
/// <param name="Heard">Number of the last event before the page was made; what came later is told to it.</param>
internal sealed record LiveLine(long Heard, params IReadOnlyList<LiveTopic> Topics)
{
    public string Text => string.Join(' ', Topics);
}
