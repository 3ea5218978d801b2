using System.Globalization;
using System.Xml;
using Judge.Formats.Draft;

namespace Judge.Formats.Hustoj;

/// <summary>
/// Problems of HUSTOJ: XML files with the root <c>fps</c> (versions 1.1 to 1.6), of which a zip may hold many; names in
/// any case. Read element by element with the document type passed over; tests go to disk at once.
/// </summary>
internal static class ImportHustoj
{
    private const long MostLetters = 1L << 30;
    private const long MostTextLetters = 32 << 20;

    public static Importer Importer { get; } = new("hustoj", FoldsCase: false, tree => tree.Files.Any(IsFps), Problems);

    private static IEnumerable<ImportItem> Problems(ImportTree tree, ImportNotes notes)
    {
        foreach (var file in tree.Files.Where(file => !IsFps(file) && file.Name != AuthorLibraries.Testlib).Take(20))
        {
            notes.LeftOut("import.file.unused", ImportNames.Shown(file.Path));
        }

        return tree.Files.Where(IsFps).SelectMany(file => Items(file, tree));
    }

    private static bool IsFps(ImportFile file) =>
        file.Extension is ".xml" or ".fps" && "fps".Equals(ImportXml.RootName(file), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ImportItem> Items(ImportFile file, ImportTree tree)
    {
        using var reader = Safely(file, () => ImportXml.Open(File.OpenRead(file.FullPath), MostLetters));
        for (var number = 1; Next(reader, file); number++)
        {
            var item = Read(reader, file, tree);
            yield return new ImportItem(
                item.Text("title") is { Length: > 0 } title ? title : string.Create(CultureInfo.InvariantCulture, $"{file.Stem}{number}"),
                draft => new HustojProblem(item, tree, draft).Fill()
            );
        }
    }

    /// <summary>Stands on the next item; false: there is none.</summary>
    private static bool Next(XmlReader reader, ImportFile file) =>
        Safely(
            file,
            () =>
            {
                while (reader.NodeType != XmlNodeType.Element || Name(reader) != "item")
                {
                    if (!reader.Read())
                    {
                        return false;
                    }
                }

                return true;
            }
        );

    /// <summary>Reads the item it stands on and goes past it.</summary>
    private static FpsItem Read(XmlReader reader, ImportFile file, ImportTree tree) =>
        Safely(
            file,
            () =>
            {
                var item = new FpsItem();
                var left = MostTextLetters;
                using (var inside = reader.ReadSubtree())
                {
                    while (inside.Read())
                    {
                        if (inside.NodeType == XmlNodeType.Element && Name(inside) is not ("item" or "img"))
                        {
                            Read(inside, item, tree, ref left);
                        }
                    }
                }

                reader.Read();
                return item;
            }
        );

    private static string Name(XmlReader reader) => reader.LocalName.ToLowerInvariant();

    private static void Read(XmlReader inside, FpsItem item, ImportTree tree, ref long left)
    {
        var name = Name(inside);
        if (name is "test_input" or "test_output")
        {
            var called = inside.GetAttribute("name") ?? inside.GetAttribute("filename");
            item.Tests.Add(new FpsTest(name == "test_input", called, tree.Spill(text => Copy(inside, text, MostLetters))));
            return;
        }

        var part = new FpsPart(name, inside.GetAttribute("unit")?.Trim(), inside.GetAttribute("language")?.Trim(), "");
        var text = new StringWriter();
        left -= Copy(inside, text, left);
        item.Parts.Add(part with { Text = text.ToString() });
    }

    /// <summary>
    /// Copies the text of the element piece by piece and stands on its end. White space around CDATA is the file's own layout, as is a line
    /// feed right after the start of plain text.
    /// </summary>
    /// <returns>The number of letters.</returns>
    private static long Copy(XmlReader inside, TextWriter to, long most)
    {
        var (count, depth, piece) = (0L, inside.Depth, new char[1 << 14]);
        while (
            !(inside.IsEmptyElement && inside.Depth == depth)
            && inside.Read()
            && !(inside.NodeType == XmlNodeType.EndElement && inside.Depth == depth)
        )
        {
            if (inside.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA))
            {
                continue;
            }

            var skips = inside.NodeType == XmlNodeType.Text && count == 0;
            for (int read; (read = inside.ReadValueChunk(piece, 0, piece.Length)) > 0; count += read, skips = false)
            {
                if (count + read > most)
                {
                    throw new ImportException("import.hustoj.tooLarge");
                }

                var from = skips && piece[0] == '\n' ? 1 : 0;
                to.Write(piece, from, read - from);
            }
        }

        return count;
    }

    private static T Safely<T>(ImportFile file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (ImportXml.IsUnreadable(e))
        {
            throw new ImportException("import.hustoj.notXml", ImportNames.Shown(file.Path), e.Message.TrimEnd('.'));
        }
    }
}

/// <summary>One test file of an item; its text lies on disk.</summary>
/// <param name="Name">Null: it has none.</param>
internal sealed record FpsTest(bool IsInput, string? Name, ImportFile File);

/// <summary>Another element of an item.</summary>
internal sealed record FpsPart(string Name, string? Unit, string? Language, string Text);

/// <summary>One problem of an <c>fps</c> file.</summary>
internal sealed class FpsItem
{
    /// <summary>All elements but tests, in order; those of <c>img</c> (<c>src</c>, <c>base64</c>) among them.</summary>
    public List<FpsPart> Parts { get; } = [];

    /// <summary>In order, inputs and answers mixed.</summary>
    public List<FpsTest> Tests { get; } = [];

    public FpsPart? Part(string name) => Parts.Find(part => part.Name == name);

    public string Text(string name) => Part(name)?.Text.Trim() ?? "";

    /// <summary>Those of that name that are not blank.</summary>
    public IEnumerable<FpsPart> All(string name) => Parts.Where(part => part.Name == name && part.Text.Trim().Length > 0);
}
