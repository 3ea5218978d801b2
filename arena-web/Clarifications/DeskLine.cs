using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Staff;
using ArenaWeb.Words;

namespace ArenaWeb.Clarifications;

/// <summary>A question or an announcement in the staff's list.</summary>
internal sealed record DeskLine(DeskModel Desk, Clarification About)
{
    public ClarificationState State => About.StateAt(Desk.Now);

    public string Path => StaffPaths.Thread(About.Contest, About.Id);

    /// <summary>Candidate number of who asked; null: the jury began it.</summary>
    public string? Number => About.Asker is { } asker ? Desk.Numbers.GetValueOrDefault(asker, "?") : null;

    public string Title(Phrases words) => ShownWords.Title(About, Number, words);

    /// <summary>What was asked, or what counts of what was announced.</summary>
    public string Text => About.IsQuestion ? About.First.Text : (About.Current ?? About.First).Text;
}
