using System.Globalization;
using System.Text;
using System.Xml;
using Judge.Kodu.Model;
using Judge.Messages;

namespace Judge.Kodu.Reading;

/// <summary>
/// Walks through a part from front to back, so that memory follows what is kept and not what the part holds. No DTD, no entity of its own,
/// no address is followed. Every list is bounded.
/// </summary>
internal sealed class XmlCursor : IDisposable
{
    private readonly XmlReader _xml;
    private readonly KoduLimits _limits;

    /// <summary>Ids that were read, each kept once.</summary>
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public XmlCursor(byte[] part, KoduLimits limits)
    {
        _limits = limits;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.EntryBytes,
            MaxCharactersFromEntities = limits.Letters,
            // Texts of pupils may hold control characters, which the game writes and reads.
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        _xml = XmlReader.Create(new MemoryStream(part, writable: false), settings);
    }

    /// <summary>Local name of the element that the cursor stands on.</summary>
    public string Name => _xml.LocalName;

    public bool IsNil => _xml.GetAttribute("nil", "http://www.w3.org/2001/XMLSchema-instance") is "true" or "1";

    /// <summary>Empty: the element has no such attribute.</summary>
    public string Attribute(string name) => PlainText.Shortened(_xml.GetAttribute(name) ?? "", _limits.Letters);

    public void Dispose() => _xml.Dispose();

    /// <summary>Goes to the root element and hands each of its children on.</summary>
    /// <exception cref="UnreadableWorldException">The part has another root.</exception>
    public void Root(string name, Action child)
    {
        while (_xml.NodeType != XmlNodeType.Element && Read()) { }

        if (_xml.NodeType != XmlNodeType.Element || Name != name)
        {
            throw new UnreadableWorldException(FindingKind.Xml, new Said("kodu.xml.root", name));
        }

        Children(child);
        while (Read()) { } // what stands behind the root must be well-formed as well
    }

    /// <summary>Hands on each child of the element; whoever gets it must consume it by one of these methods.</summary>
    public void Children(Action child)
    {
        var (depth, empty) = (_xml.Depth, _xml.IsEmptyElement);
        Read();
        while (!empty && _xml.Depth > depth)
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                child();
            }
            else
            {
                Read();
            }
        }

        if (!empty)
        {
            Read();
        }
    }

    /// <summary>The text of the element, shortened; that of elements inside it is left out.</summary>
    public string Text()
    {
        var (text, letters) = (new StringBuilder(), new char[256]);
        var (depth, empty) = (_xml.Depth, _xml.IsEmptyElement);
        Read();
        while (!empty && _xml.Depth > depth)
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && _xml.Depth == depth + 1)
            {
                // In pieces: a text of megabytes is passed over without being held.
                while (text.Length <= _limits.Letters && _xml.ReadValueChunk(letters, 0, letters.Length) is > 0 and var read)
                {
                    text.Append(letters, 0, read);
                }
            }

            Read();
        }

        if (!empty)
        {
            Read();
        }

        return PlainText.Shortened(PlainText.Storable(text.ToString()), _limits.Letters);
    }

    public void Skip() => Children(Skip);

    /// <summary>A tile's id, without the blanks around it.</summary>
    public string Id()
    {
        var id = Text().Trim();
        Refuse(id.Length > _limits.IdLetters, "kodu.limit.id", _limits.IdLetters);
        if (!_ids.TryGetValue(id, out var kept))
        {
            _ids[id] = kept = id;
        }

        return kept;
    }

    /// <summary>A number; what is none, or not finite, counts as 0, as the game repairs it.</summary>
    public double Number() =>
        double.TryParse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;

    public int Whole() => int.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Adds to a list that has an end.</summary>
    public void Add<T>(List<T> list, T item)
    {
        Refuse(list.Count >= _limits.Items, "kodu.limit.items", _limits.Items);
        list.Add(item);
    }

    /// <exception cref="UnreadableWorldException">It is beyond a limit.</exception>
    public static void Refuse(bool beyond, string key, int most)
    {
        if (beyond)
        {
            throw new UnreadableWorldException(FindingKind.Limits, new Said(key, most));
        }
    }

    private bool Read()
    {
        var more = _xml.Read();
        Refuse(_xml.Depth > _limits.XmlDepth, "kodu.limit.depth", _limits.XmlDepth);
        return more;
    }
}
