using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArenaWeb.Rosters.Sheets;

/// <summary>The texts that cells of a workbook share, by their number.</summary>
internal static class XlsxStrings
{
    public static IReadOnlyList<string> Of(WorkbookPart book)
    {
        if (book.SharedStringTablePart is not { } part)
        {
            return [];
        }

        var strings = new List<string>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
            {
                strings.Add(Read(reader, typeof(SharedStringItem)));
            }
        }

        return strings;
    }

    /// <summary>Runs of a text put together; how it is spoken (East Asian readings) is left out.</summary>
    /// <param name="whole">The element that the reader stands at, and whose end is waited for.</param>
    public static string Read(OpenXmlReader reader, Type whole)
    {
        var text = new StringBuilder();
        var spoken = false;
        while (reader.Read() && !(reader.IsEndElement && reader.ElementType == whole))
        {
            if (reader.ElementType == typeof(PhoneticRun))
            {
                spoken = reader.IsStartElement;
            }
            else if (!spoken && reader.IsStartElement && reader.ElementType == typeof(Text))
            {
                text.Append(reader.GetText());
            }
        }

        return XlsxReading.Unescape(text.ToString());
    }
}
