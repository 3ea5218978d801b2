using System.Text;
using Judge.Submit;

namespace Judge.Drafts;

/// <summary>
/// What one owner types for one thing before it is handed in. Whoever asks for a grain names things of which an owner has few, such as the
/// problems of a contest, so an owner has few drafts.
/// </summary>
public interface IDraftGrain : IGrainWithStringKey
{
    /// <summary>Greatest size of a text, in bytes: what cannot be handed in is not kept either.</summary>
    const int MostBytes = SubmitRule.MostBytes;

    static bool Takes(string text) => Encoding.UTF8.GetByteCount(text) <= MostBytes;

    [ResponseTimeout("00:00:05")]
    Task<Draft> FindAsync();

    /// <summary>
    /// Keeps a text. When it ends, the text outlives the program. What comes within two seconds of the last write waits for the next.
    /// </summary>
    /// <param name="writer">The open page; differs with each.</param>
    /// <param name="seen"><see cref="DraftText.At"/> of the newest text that the page has shown; 0: it has shown none.</param>
    /// <exception cref="ArgumentException">The text is too large.</exception>
    [ResponseTimeout("00:00:10")]
    Task<Draft> SaveAsync(string language, string text, string writer, long seen);

    /// <summary>Keeps a text of a writer that counts its changes, unless one with the same or a greater number is kept.</summary>
    /// <param name="number">From 1, and greater than what the page was shown.</param>
    /// <returns>What is kept now. When it ends, that outlives the program.</returns>
    /// <exception cref="ArgumentException">The text is too large.</exception>
    [ResponseTimeout("00:00:10")]
    Task<Draft> SaveNumberedAsync(string language, string text, long number);

    /// <summary>It was handed in.</summary>
    [ResponseTimeout("00:00:05")]
    Task ForgetAsync();
}

/// <summary>Whose draft of what.</summary>
public static class DraftKeys
{
    /// <param name="owner">Without a slash, such as <c>entrant-7</c>.</param>
    /// <param name="thing">Such as the label of a problem.</param>
    public static IDraftGrain DraftOf(this IGrainFactory grains, string owner, string thing) =>
        grains.GetGrain<IDraftGrain>($"{owner}/{thing}");
}
