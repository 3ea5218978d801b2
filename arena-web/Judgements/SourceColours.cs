using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace ArenaWeb.Judgements;

/// <summary>A source as HTML with its words coloured like in the editor, without a script.</summary>
internal static partial class SourceColours
{
    private static readonly string[] Classes = ["comment", "string", "number", "keyword"];

    /// <param name="mode">Name of the highlighting, as the language's folder says: pascal, python, c, cpp; others stay plain.</param>
    public static IHtmlContent Of(string source, string mode) =>
        Of(
            source,
            mode switch
            {
                "pascal" => Pascal(),
                "python" => Python(),
                "c" or "cpp" => Cpp(),
                _ => null,
            }
        );

    /// <param name="pattern">With a group a class of words; null: nothing is coloured.</param>
    internal static IHtmlContent Of(string source, Regex? pattern)
    {
        var html = new HtmlContentBuilder();
        var done = 0;
        for (var match = Next(pattern, source, null); match is not null; match = Next(pattern, source, match))
        {
            var name = Classes.First(name => match.Groups[name].Success);
            html.Append(source[done..match.Index]).AppendHtml($"<span class=\"tok-{name}\">").Append(match.Value).AppendHtml("</span>");
            done = match.Index + match.Length;
        }
        return html.Append(source[done..]);
    }

    /// <summary>
    /// Null: there is none, or a busy machine did not find it in time. The rest stays plain: colours are not worth a page.
    /// </summary>
    private static Match? Next(Regex? pattern, string source, Match? before)
    {
        try
        {
            var next = before is null ? pattern?.Match(source) : before.NextMatch();
            return next is { Success: true } ? next : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        """
            (?<comment>\{[^}]*\}?|\(\*.*?(?:\*\)|\z)|//[^\n]*)
            |(?<string>'[^'\n]*'?)
            |(?<number>\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b|\$[0-9a-f]+)
            |(?<keyword>\b(?:and|array|as|begin|break|case|class|const|constructor|continue|destructor|div|do|downto|else|end
            |except|exit|false|file|finally|for|forward|function|goto|if|implementation|in|inherited|inline|interface|label|mod
            |nil|not|object|of|on|operator|or|out|packed|procedure|program|raise|record|repeat|set|shl|shr|string|then|to|true|try
            |type|unit|until|uses|var|while|with|xor)\b)
            """,
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pascal();

    [GeneratedRegex(
        """"
            (?<comment>\#[^\n]*)
            |(?<string>[rbuf]{0,2}(?:"{3}.*?(?:"{3}|\z)|'{3}.*?(?:'{3}|\z)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?))
            |(?<number>\b\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?j?\b)
            |(?<keyword>\b(?:and|as|assert|async|await|break|class|continue|def|del|elif|else|except|False|finally|for|from|global
            |if|import|in|is|lambda|None|nonlocal|not|or|pass|raise|return|True|try|while|with|yield)\b)
            """",
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Python();

    /// <summary>C and C++, where the preprocessor's directives are words, too.</summary>
    [GeneratedRegex(
        """"
            (?<comment>/\*.*?(?:\*/|\z)|//[^\n]*)
            |(?<string>"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|(?<=\#[ ]*include[ ]*)<[^>\n]*>)
            |(?<number>\b(?:0x[0-9a-fA-F']+|\d[\d']*(?:\.\d*)?(?:[eE][+-]?\d+)?)[uUlLfF]*\b)
            |(?<keyword>\#[ ]*[a-z]+\b|\b(?:alignas|auto|bool|break|case|catch|char|class|const|constexpr|continue|default|delete
            |do|double|else|enum|explicit|extern|false|float|for|friend|goto|if|inline|int|long|mutable|namespace|new|noexcept
            |nullptr|operator|private|protected|public|register|return|short|signed|sizeof|static|struct|switch|template|this
            |throw|true|try|typedef|typename|union|unsigned|using|virtual|void|volatile|while)\b)
            """",
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Cpp();
}
