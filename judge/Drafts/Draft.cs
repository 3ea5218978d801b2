namespace Judge.Drafts;

/// <summary>A text as somebody left it.</summary>
/// <param name="Language">What it is written in, such as <c>pascal</c>.</param>
/// <param name="Writer">The open page that wrote it; differs with each.</param>
/// <param name="At">When it was saved, in unix milliseconds; no two texts of a draft have the same.</param>
/// <param name="Number">Of the change, where the writer counts its changes; else 0.</param>
[GenerateSerializer, Immutable]
public sealed record DraftText(string Language, string Text, string Writer, long At, long Number = 0)
{
    public bool IsSameAs(DraftText other) => (Language, Text) == (other.Language, other.Text);
}

/// <summary>
/// The newest text counts. One that was replaced by a page which had not seen it stands beside it, so that nothing is lost where two PCs
/// write at once.
/// </summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Draft
{
    /// <summary>Null: nothing was written, or all of it was handed in.</summary>
    public DraftText? Newest { get; init; }

    /// <summary>Null: nobody has to choose.</summary>
    public DraftText? Other { get; init; }

    /// <summary>The draft after a text was saved.</summary>
    /// <param name="seen"><see cref="DraftText.At"/> of the newest text that the page has shown; 0: it has shown none.</param>
    public Draft After(DraftText text, long seen) =>
        Newest is null || Newest.IsSameAs(text) ? this with { Newest = text }
        : Other is not null && Other.IsSameAs(text) ? new Draft { Newest = text, Other = Newest } // the other was taken
        : Newest.Writer == text.Writer || Newest.At == seen ? this with { Newest = text }
        : new Draft { Newest = text, Other = Newest };

    /// <summary>
    /// The draft after a text with a number came in: the greatest number wins, in whatever order they come, and of equals the first.
    /// </summary>
    public Draft AfterNumbered(DraftText text) => text.Number > (Newest?.Number ?? 0) ? this with { Newest = text } : this;
}
