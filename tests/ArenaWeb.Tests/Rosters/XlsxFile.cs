using System.IO.Compression;
using System.Security;
using System.Text;

namespace ArenaWeb.Tests.Rosters;

/// <summary>Writes small workbooks, honest ones and hostile ones: each part as it is told.</summary>
internal sealed class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Macros = "http://schemas.microsoft.com/office/2006/relationships/vbaProject";
    private const string Office = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly List<(string Name, string Xml, string? State)> _sheets = [];
    private readonly Dictionary<string, byte[]> _more = [];
    private string _bookType = $"{Office}.sheet.main+xml";
    private string _strings = "";
    private string _contentTypes = "";

    /// <summary>Number formats of cell styles, in order; 14 is a date.</summary>
    public int[] Formats { get; init; } = [0, 14];

    public bool CountsFrom1904 { get; init; }

    /// <summary>A sheet of texts.</summary>
    public XlsxFile Add(string name, IEnumerable<IEnumerable<string>> rows, string? state = null) => AddXml(name, Rows(rows), state);

    /// <param name="data">What stands in <c>sheetData</c>, and after a bar what stands before it.</param>
    public XlsxFile AddXml(string name, string data, string? state = null, string before = "")
    {
        _sheets.Add((name, $"""<worksheet xmlns="{Main}">{before}<sheetData>{data}</sheetData></worksheet>""", state));
        return this;
    }

    /// <summary>A sheet part as it is.</summary>
    public XlsxFile AddRaw(string name, string xml)
    {
        _sheets.Add((name, xml, null));
        return this;
    }

    public XlsxFile Share(params string[] items)
    {
        _strings = $"""<sst xmlns="{Main}">{string.Concat(items.Select(item => $"<si>{item}</si>"))}</sst>""";
        return this;
    }

    public XlsxFile Put(string path, byte[] bytes)
    {
        _more[path] = bytes;
        return this;
    }

    public XlsxFile WithMacros()
    {
        _bookType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
        _contentTypes = """<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>""";
        return Put("xl/vbaProject.bin", [1, 2, 3]);
    }

    public static string Rows(IEnumerable<IEnumerable<string>> rows) =>
        string.Concat(rows.Select((row, at) => $"""<row r="{at + 1}">{string.Concat(row.Select(Text))}</row>"""));

    public static string Text(string text) =>
        text.Length == 0 ? "<c/>" : $"""<c t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>""";

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, _sheets.Count).ToList();
            Put(zip, "[Content_Types].xml", ContentTypes(numbers));
            Put(
                zip,
                "_rels/.rels",
                $"""<Relationships xmlns="{Package}"><Relationship Id="b" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/>"""
                    + "</Relationships>"
            );
            Put(zip, "xl/workbook.xml", Book());
            Put(zip, "xl/_rels/workbook.xml.rels", BookRelations(numbers));
            Put(zip, "xl/styles.xml", Styles());
            foreach (var (at, sheet) in _sheets.Index())
            {
                Put(zip, $"xl/worksheets/sheet{at + 1}.xml", sheet.Xml);
            }

            if (_strings.Length > 0)
            {
                Put(zip, "xl/sharedStrings.xml", _strings);
            }

            foreach (var (path, bytes) in _more)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private string Book() =>
        $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><workbookPr date1904="{(CountsFrom1904 ? 1 : 0)}"/><sheets>"""
        + string.Concat(
            _sheets.Select(
                (sheet, at) =>
                    $"""<sheet name="{SecurityElement.Escape(sheet.Name)}" sheetId="{at + 1}" r:id="s{at + 1}" """
                    + $"""state="{sheet.State ?? "visible"}"/>"""
            )
        )
        + "</sheets></workbook>";

    private string BookRelations(List<int> numbers) =>
        $"""<Relationships xmlns="{Package}"><Relationship Id="t" Type="{Relations}/styles" Target="styles.xml"/>"""
        + string.Concat(
            numbers.Select(at => $"""<Relationship Id="s{at}" Type="{Relations}/worksheet" Target="worksheets/sheet{at}.xml"/>""")
        )
        + (_strings.Length > 0 ? $"""<Relationship Id="u" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/>""" : "")
        + (_contentTypes.Length > 0 ? $"""<Relationship Id="v" Type="{Macros}" Target="vbaProject.bin"/>""" : "")
        + "</Relationships>";

    private string Styles() =>
        $"""<styleSheet xmlns="{Main}"><cellXfs count="{Formats.Length}">"""
        + string.Concat(Formats.Select(format => $"""<xf numFmtId="{format}"/>"""))
        + "</cellXfs></styleSheet>";

    private string ContentTypes(List<int> numbers) =>
        """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"""
        + """<Default Extension="xml" ContentType="application/xml"/>"""
        + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
        + _contentTypes
        + $"""<Override PartName="/xl/workbook.xml" ContentType="{_bookType}"/>"""
        + $"""<Override PartName="/xl/styles.xml" ContentType="{Office}.styles+xml"/>"""
        + (_strings.Length > 0 ? $"""<Override PartName="/xl/sharedStrings.xml" ContentType="{Office}.sharedStrings+xml"/>""" : "")
        + string.Concat(
            numbers.Select(at => $"""<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{Office}.worksheet+xml"/>""")
        )
        + "</Types>";

    private static void Put(ZipArchive zip, string path, string text)
    {
        using var part = zip.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
