using System.Text.Json;

namespace ArenaWeb.Clarifications.Threads;

/// <summary>What a page of the contest shows of a pupil's unread news; <c>_News</c> draws it and keeps it fresh.</summary>
/// <param name="Path">Of the page with all of them.</param>
/// <param name="Back">Path of the page it stands on; empty: a script asks for this part alone.</param>
internal sealed record NewsBox(PupilNews News, string Path, string Back = "")
{
    /// <summary>More would push the page away.</summary>
    private const int MostShown = 2;

    public IReadOnlyList<ShownClarification> Shown => [.. News.Unread.Take(MostShown)];

    public int More => News.Unread.Count - Shown.Count;

    /// <summary>How many are unread by problem, and of all under <c>*</c>, for the page's counters.</summary>
    public string Counts
    {
        get
        {
            var counts = new Dictionary<string, int>(News.Counts) { ["*"] = News.Unread.Count };
            return JsonSerializer.Serialize(counts);
        }
    }
}

/// <summary>How many unread ones there are of a problem; <c>_Count</c> draws it.</summary>
internal sealed record NewsCount(string Label, int Unread);
