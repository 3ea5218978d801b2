namespace Judge.Formats.Draft;

/// <summary>
/// Code of the author before and after the entrant's, as if all were one text: HUSTOJ's prepend and append
/// (github.com/zhblue/hustoj, judge_client), QDUOJ's template (github.com/QingdaoU/OnlineJudge, judge/dispatcher.py). It becomes a
/// program that takes the entrant's file in.
/// </summary>
internal static class JoinedCode
{
    private const string Main = "khung";

    /// <param name="parts">By language as the source calls it; where both texts are blank there is nothing to join.</param>
    public static void Add(PackageDraft draft, IEnumerable<(string Language, string Before, string After)> parts)
    {
        List<(string Language, string Before, string After)> joined =
        [
            .. parts.Where(part => !string.IsNullOrWhiteSpace(part.Before) || !string.IsNullOrWhiteSpace(part.After)),
        ];
        List<string> others =
        [
            .. joined.Where(part => !Add(draft, part)).Select(part => part.Language.Length > 0 ? ImportNames.Shown(part.Language) : "?"),
        ];
        if (others.Count > 0 && others.Count == joined.Count)
        {
            draft.Error("import.joinedCode", string.Join(", ", others));
        }
        else if (others.Count > 0)
        {
            draft.LeftOut("import.joinedOther", string.Join(", ", others));
        }
    }

    /// <summary>False: the language is not here.</summary>
    private static bool Add(PackageDraft draft, (string Language, string Before, string After) part)
    {
        if (Of(part.Language) is not var (code, ending, source, take))
        {
            return false;
        }

        draft.Add($"include/{code}/{Main}{ending}", $"{part.Before}\n{take}\n{part.After}\n");
        draft.School.Map("main").Map(code).Set("source", source).Set("main", Main + ending);
        return true;
    }

    /// <summary>Our code, the program's ending, the entrant's file, and the line that takes it in.</summary>
    private static (string Code, string Ending, string Source, string Take)? Of(string language) =>
        language.Trim().ToLowerInvariant() switch
        {
            "c" => ("c", ".c", "bai.inc", "#include \"bai.inc\""),
            "c++" or "cpp" or "g++" => ("cpp", ".cpp", "bai.inc", "#include \"bai.inc\""),
            "pascal" => ("pascal", ".pas", "bai.inc", "{$I bai.inc}"),
            "python" or "python3" => (
                "python3",
                ".py",
                "bai.py",
                "exec(compile(open(__file__.rpartition('/')[0] + '/bai.py', 'rb').read(), 'bai.py', 'exec'))"
            ),
            _ => null,
        };
}
