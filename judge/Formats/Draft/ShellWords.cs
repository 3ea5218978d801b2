using System.Text;

namespace Judge.Formats.Draft;

/// <summary>Splits a line of flags as a shell does: at blanks, with '…' and "…" around words that hold some.</summary>
internal static class ShellWords
{
    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        var quote = '\0';
        foreach (var c in line)
        {
            if (quote != '\0' && c == quote)
            {
                quote = '\0';
            }
            else if (quote != '\0')
            {
                word!.Append(c);
            }
            else if (c is '\'' or '"')
            {
                (word, quote) = (word ?? new StringBuilder(), c);
            }
            else if (!char.IsWhiteSpace(c))
            {
                (word ??= new StringBuilder()).Append(c);
            }
            else if (word is not null)
            {
                (_, word) = (Keep(word), null);
            }
        }

        if (word is not null)
        {
            Keep(word);
        }

        return words;

        bool Keep(StringBuilder finished)
        {
            words.Add(finished.ToString());
            return true;
        }
    }
}
