using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Texts;

/// <summary>
/// The names of a program as both Pascal and Python take them: ASCII, no word of either language or of the robot's unit, and none that
/// differ in the case of letters alone.
/// </summary>
internal sealed partial class SafeNames
{
    /// <summary>Reserved words (freepascal.org/docs-html/ref, 1.3.1; docs.python.org/3.11, 2.3.1) beside those of the templates.</summary>
    private static readonly HashSet<string> Reserved = new(
        (
            "_ absolute and array asm begin case const constructor destructor div do downto else end file for function goto if "
            + "implementation in inherited inline interface label mod nil not object of on operator or packed procedure program record "
            + "reintroduce repeat self set shl shr string then to type unit until uses var while with xor as class dispinterface except "
            + "exports finalization finally initialization is library out property raise resourcestring threadvar try false true none "
            + "assert async await break continue def del elif from global import lambda nonlocal pass return yield forward srobot"
        )
            .Split(' ')
            .Concat(Templates.All.Identifiers)
            .Concat(RobotNumber.Names),
        StringComparer.OrdinalIgnoreCase
    );

    public SafeNames(BlockProgram program)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Variables = [.. program.Variables.Select(name => Take(name, taken))];
        Procedures = [.. program.Procedures.Select(procedure => Take(procedure.Name, taken))];
        Parameters = [.. program.Procedures.Select(procedure => Of(procedure, taken))];
    }

    public IReadOnlyList<string> Variables { get; }

    public IReadOnlyList<string> Procedures { get; }

    /// <summary>Of each procedure.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Parameters { get; }

    private static IReadOnlyList<string> Of(Procedure procedure, HashSet<string> taken)
    {
        var own = new HashSet<string>(taken, taken.Comparer);
        return [.. procedure.Parameters.Select(name => Take(name, own))];
    }

    private static string Take(string name, HashSet<string> taken)
    {
        var plain = Plain(name);
        var number = 1;
        var safe = plain;
        while (Reserved.Contains(safe) || Loop().IsMatch(safe) || !taken.Add(safe))
        {
            safe = $"{plain}_{(++number).ToString(CultureInfo.InvariantCulture)}";
        }

        return safe;
    }

    /// <summary>The letter D with a stroke is the one that Unicode does not take apart.</summary>
    private static string Plain(string name)
    {
        var letters = name.Replace('\u0110', 'D')
            .Replace('\u0111', 'd')
            .Normalize(NormalizationForm.FormD)
            .Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            .Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_');
        var plain = string.Concat(letters);
        return plain is "" ? "x"
            : char.IsAsciiDigit(plain[0]) ? "_" + plain
            : plain;
    }

    /// <summary>Names of the counters of loops.</summary>
    [GeneratedRegex(@"\A(?:lan|turn)\d+\z", RegexOptions.IgnoreCase)]
    private static partial Regex Loop();
}
