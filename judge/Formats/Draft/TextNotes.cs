using Judge.Problems;

namespace Judge.Formats.Draft;

/// <summary>Names the test files whose text programs may not expect, kind by kind.</summary>
internal sealed class TextNotes
{
    private const int MostNamed = 10;

    /// <summary>Key of the line that offers to convert them.</summary>
    public const string Offer = "import.text.offer";

    /// <summary>What is worth a line at import; the rest is for who verifies the package.</summary>
    private static readonly TextOddities[] Told =
    [
        TextOddities.Utf16,
        TextOddities.ByteOrderMark,
        TextOddities.NotUtf8,
        TextOddities.Nul,
        TextOddities.EndMark,
        TextOddities.Returns,
        TextOddities.HiddenBlanks,
    ];

    private readonly Dictionary<TextOddities, List<string>> _files = [];

    public void Add(string file, TextOddities odd)
    {
        foreach (var kind in Told.Where(kind => odd.HasFlag(kind)))
        {
            (_files.TryGetValue(kind, out var files) ? files : _files[kind] = []).Add(file);
        }
    }

    /// <summary>A line for each kind, then what was done or can be done.</summary>
    public void Tell(PackageDraft draft)
    {
        foreach (var kind in Told.Where(_files.ContainsKey))
        {
            draft.Warning($"import.text.{kind}", _files[kind].Count, Names(_files[kind]));
        }

        if (_files.Keys.Any(kind => TextConversion.Curable.HasFlag(kind)))
        {
            draft.Default(draft.ConvertsText ? "import.text.converted" : Offer);
        }
    }

    private static string Names(List<string> files) =>
        string.Join(", ", files.Take(MostNamed).Select(ImportNames.Shown)) + (files.Count > MostNamed ? ", …" : "");
}
