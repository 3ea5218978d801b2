namespace Judge.Kodu.Play;

/// <summary>A key that is held for a while.</summary>
/// <param name="Key">As the game's tiles name it, such as <c>Right</c>, <c>Space</c> or <c>W</c>.</param>
/// <param name="From">Seconds since the start.</param>
/// <param name="To">Seconds since the start; the key is up again then.</param>
internal readonly record struct KeyPress(string Key, double From, double To);

/// <summary>What the player does, and how long the game is watched.</summary>
/// <param name="Seconds">Above 0 and at most <see cref="MostSeconds"/>.</param>
internal sealed record Script(IReadOnlyList<KeyPress> Keys, double Seconds)
{
    public const double MostSeconds = 120;

    /// <summary>Steps of the model in a second.</summary>
    public const int StepsPerSecond = 60;

    public int Steps => (int)(Math.Clamp(Seconds, 0, MostSeconds) * StepsPerSecond);

    /// <summary>Keys that are down in a step.</summary>
    public IReadOnlySet<string> Down(int step)
    {
        var now = (double)step / StepsPerSecond;
        return Keys.Where(press => press.From <= now && now < press.To).Select(press => press.Key).ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>How a run ended.</summary>
internal enum PlayEnd
{
    None = 0,

    /// <summary>The time was over.</summary>
    Timeout,

    Victory,
    GameOver,

    /// <summary>The world asks for more steps than the model gives.</summary>
    TooMuch,
}

/// <summary>Something that happened.</summary>
/// <param name="Step">Since the start, from 0.</param>
/// <param name="Actor">Its number in the level, from 1; things made while playing follow.</param>
/// <param name="What">One of <c>page score say eat gone made victory gameover</c>.</param>
/// <param name="Value">Page, score with its name, words, or the number of the other actor.</param>
internal sealed record PlayEvent(int Step, int Actor, string What, string Value);

/// <summary>What a run came to.</summary>
/// <param name="Scores">At the end, by name, such as <c>color.red</c>; those of single actors with their number before them.</param>
/// <param name="Unsupported">Tiles of rules that the model does not play, in order; empty: it plays all.</param>
internal sealed record PlayTrace(
    PlayEnd End,
    int Steps,
    IReadOnlyList<PlayEvent> Events,
    IReadOnlyDictionary<string, int> Scores,
    IReadOnlyList<string> Unsupported
);
