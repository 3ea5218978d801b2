using ArenaWeb.Words;

namespace ArenaWeb.Accounts;

/// <summary>How long somebody is asked to wait, in words: seconds up to 90, then minutes, rounded up.</summary>
internal static class WaitingText
{
    public static string InWords(Phrases words, TimeSpan pause) =>
        pause.TotalSeconds <= 90
            ? words["accounts.seconds", (int)Math.Ceiling(pause.TotalSeconds)]
            : words["accounts.minutes", (int)Math.Ceiling(pause.TotalMinutes)];
}
