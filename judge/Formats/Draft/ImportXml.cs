using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Judge.Formats.Draft;

/// <summary>
/// Reads XML of strangers: a document type is passed over and never resolved, so no entity of its own is known; nothing comes from outside;
/// length and depth are bounded. The encoding is that of the byte order mark, else the one that the XML declaration names, else UTF-8.
/// </summary>
internal static partial class ImportXml
{
    private const int MostLetters = 32 << 20;
    private const int MostDepth = 64;
    private const int DeclarationBytes = 256;

    private const string Unknown = "its encoding is not known";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The root of an XML file.</summary>
    /// <param name="name">What the root must be called.</param>
    /// <exception cref="ImportException">It is not well formed, uses entities of its own, is too large or too deep, or has another
    /// root.</exception>
    public static XElement Load(ImportFile file, string name)
    {
        var bytes = file.Bytes(MostLetters);
        try
        {
            return Root(bytes) is { } root && root.Name.LocalName == name ? root : throw Broken(file, name);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw new ImportException("import.xml.broken", ImportNames.Shown(file.Path), (e as XmlException)?.LineNumber ?? 1);
        }
    }

    /// <summary>Whether a reader of <see cref="Open"/> found no XML, or no text in the encoding that the file names.</summary>
    public static bool IsUnreadable(Exception e) => e is XmlException or DecoderFallbackException;

    public static XElement? Root(byte[] bytes)
    {
        // The loader's time grows with the square of the depth, so the text is looked through first.
        using (var scan = Open(new MemoryStream(bytes), MostLetters))
        {
            while (scan.Read())
            {
                if (scan.Depth > MostDepth)
                {
                    throw new XmlException("too deep", null, (scan as IXmlLineInfo)?.LineNumber ?? 0, 0);
                }
            }
        }

        using var reader = Open(new MemoryStream(bytes), MostLetters);
        return XDocument.Load(reader).Root;
    }

    /// <summary>Name of the root; null: it begins as no XML does.</summary>
    public static string? RootName(ImportFile file)
    {
        try
        {
            using var reader = Open(File.OpenRead(file.FullPath), MostLetters, isStrict: false);
            return reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return null;
        }
    }

    public static ImportException Broken(ImportFile file, string part) => new("import.xml.part", ImportNames.Shown(file.Path), part);

    /// <summary>A reader that closes the stream with itself; what it throws is told by <see cref="IsUnreadable"/>.</summary>
    /// <param name="isStrict">False: bytes that are no text become U+FFFD.</param>
    public static XmlReader Open(Stream stream, long mostLetters, bool isStrict = true)
    {
        var text = new StreamReader(stream, EncodingOf(stream, isStrict), detectEncodingFromByteOrderMarks: false);
        // Some exports have blank lines before the declaration, which must come first.
        while (text.Peek() is >= 0 and var next && ((char)next is '\uFEFF' || char.IsWhiteSpace((char)next)))
        {
            text.Read();
        }

        return XmlReader.Create(
            text,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                CheckCharacters = false,
                MaxCharactersInDocument = mostLetters,
                CloseInput = true,
            }
        );
    }

    private static Encoding EncodingOf(Stream stream, bool isStrict)
    {
        var start = new byte[DeclarationBytes];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var encoding = (Encoding)(EncodingOf(start.AsSpan(0, length)) ?? (isStrict ? throw new XmlException(Unknown) : Utf8)).Clone();
        encoding.DecoderFallback = isStrict ? DecoderFallback.ExceptionFallback : DecoderFallback.ReplacementFallback;
        return encoding;
    }

    /// <summary>Null: the declaration names one that is not known. Where it says UTF-16 of single bytes, its writer slipped.</summary>
    private static Encoding? EncodingOf(ReadOnlySpan<byte> start) =>
        start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Utf8,
            [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
            _ => DeclaredPattern().Match(Encoding.Latin1.GetString(start)).Groups[1].Value.ToLowerInvariant() switch
            {
                "" or "utf-8" or "utf8" or "utf-16" or "utf16" or "unicode" or "us-ascii" or "ascii" => Utf8,
                "iso-8859-1" or "latin1" => Encoding.Latin1,
                var name => CodePagesEncodingProvider.Instance.GetEncoding(name),
            },
        };

    [GeneratedRegex("""\A\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")]
    private static partial Regex DeclaredPattern();
}
