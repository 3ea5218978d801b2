using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Judge.Grade;

/// <summary>
/// A spreadsheet as an XLSX file (ECMA-376, "Office Open XML"): sheets of texts and numbers with a bold first row that stays in view.
/// Texts are stored as texts, so that nothing in a name is ever taken for a formula.
/// </summary>
internal sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    private readonly List<(string Name, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<int> Widths)> _sheets = [];

    /// <param name="name">1 to 31 characters, none of <c>[]:*?/\</c>.</param>
    /// <param name="rows">Cells are texts, decimals or integers; null leaves a cell empty. The first row is the head.</param>
    /// <param name="widths">Of the columns, in characters.</param>
    public void Add(string name, IReadOnlyList<IReadOnlyList<object?>> rows, IReadOnlyList<int> widths) =>
        _sheets.Add((name, rows, widths));

    public void Write(Stream to)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", Types);
        Part(zip, "_rels/.rels", xml => Links(xml, [("officeDocument", "xl/workbook.xml")]));
        Part(zip, "xl/workbook.xml", Book);
        Part(
            zip,
            "xl/_rels/workbook.xml.rels",
            xml => Links(xml, [.. _sheets.Select((_, at) => ("worksheet", $"worksheets/sheet{at + 1}.xml")), ("styles", "styles.xml")])
        );
        Part(zip, "xl/styles.xml", Styles);
        for (var at = 0; at < _sheets.Count; at++)
        {
            var sheet = _sheets[at];
            Part(zip, $"xl/worksheets/sheet{at + 1}.xml", xml => Sheet(xml, sheet.Rows, sheet.Widths));
        }
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero); // the same table gives the same bytes
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private void Types(XmlWriter xml)
    {
        const string Office = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        xml.WriteStartElement("Types", Package + "content-types");
        foreach (
            var (extension, type) in new[]
            {
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
            }
        )
        {
            Element(xml, "Default", ("Extension", extension), ("ContentType", type));
        }

        Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", Office + "sheet.main+xml"));
        Element(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", Office + "styles+xml"));
        for (var at = 1; at <= _sheets.Count; at++)
        {
            Element(xml, "Override", ("PartName", $"/xl/worksheets/sheet{at}.xml"), ("ContentType", Office + "worksheet+xml"));
        }

        xml.WriteEndElement();
    }

    private static void Links(XmlWriter xml, IReadOnlyList<(string Type, string Target)> targets)
    {
        xml.WriteStartElement("Relationships", Package + "relationships");
        foreach (var ((type, target), at) in targets.Select((target, at) => (target, at)))
        {
            Element(xml, "Relationship", ("Id", $"rId{at + 1}"), ("Type", $"{Relations}/{type}"), ("Target", target));
        }

        xml.WriteEndElement();
    }

    private void Book(XmlWriter xml)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        for (var at = 1; at <= _sheets.Count; at++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", _sheets[at - 1].Name);
            xml.WriteAttributeString("sheetId", at.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("r", "id", Relations, $"rId{at}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Style 0 is plain, 1 bold, 2 a number with up to two places.</summary>
    private static void Styles(XmlWriter xml) =>
        xml.WriteRaw(
            $"""
            <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.##"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """
        );

    private static void Sheet(XmlWriter xml, IReadOnlyList<IReadOnlyList<object?>> rows, IReadOnlyList<int> widths)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw(
            """<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"""
        );
        xml.WriteStartElement("cols", Main);
        foreach (var (width, at) in widths.Select((width, at) => (width, at)))
        {
            xml.WriteRaw(
                string.Create(CultureInfo.InvariantCulture, $"""<col min="{at + 1}" max="{at + 1}" width="{width}" customWidth="1"/>""")
            );
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        for (var row = 0; row < rows.Count; row++)
        {
            xml.WriteStartElement("row", Main);
            foreach (var cell in rows[row])
            {
                Cell(xml, cell, isHead: row == 0);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, object? value, bool isHead)
    {
        xml.WriteStartElement("c", Main);
        if (value is string text)
        {
            if (isHead)
            {
                xml.WriteAttributeString("s", "1");
            }

            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteElementString("t", Main, string.Concat(text.Where(XmlConvert.IsXmlChar)));
            xml.WriteEndElement();
        }
        else if (value is not null)
        {
            xml.WriteAttributeString("s", "2");
            xml.WriteElementString(
                "v",
                Main,
                value is decimal number
                    ? number.ToString("0.############", CultureInfo.InvariantCulture)
                    : Convert.ToString(value, CultureInfo.InvariantCulture)
            );
        }

        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }
}
