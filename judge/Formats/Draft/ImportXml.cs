using System.Xml;
using System.Xml.Linq;

namespace Judge.Formats.Draft;

/// <summary>Reads XML of strangers: no DTD, nothing from outside, a bound on its length and depth.</summary>
internal static class ImportXml
{
    private const int MostLetters = 32 << 20;
    private const int MostDepth = 64;

    /// <summary>The root of an XML file.</summary>
    /// <param name="name">What the root must be called.</param>
    /// <exception cref="ImportException">It is not well formed, has a DTD, is too large or too deep, or another root.</exception>
    public static XElement Load(ImportFile file, string name)
    {
        var bytes = file.Bytes(MostLetters);
        try
        {
            using (var scan = Reader(bytes))
            {
                while (scan.Read())
                {
                    if (scan.Depth > MostDepth)
                    {
                        throw new XmlException("too deep", null, (scan as IXmlLineInfo)?.LineNumber ?? 0, 0);
                    }
                }
            }

            using var reader = Reader(bytes);
            return XDocument.Load(reader).Root is { } root && root.Name.LocalName == name ? root : throw Broken(file, name);
        }
        catch (XmlException e)
        {
            throw new ImportException("import.xml.broken", ImportNames.Shown(file.Path), e.LineNumber);
        }
    }

    public static ImportException Broken(ImportFile file, string part) => new("import.xml.part", ImportNames.Shown(file.Path), part);

    /// <summary>The loader's time grows with the square of the depth, so the text is looked through first.</summary>
    private static XmlReader Reader(byte[] bytes) =>
        XmlReader.Create(
            new MemoryStream(bytes),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostLetters,
            }
        );
}
