using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArenaWeb.Words;

namespace ArenaWeb.Entries.Seating;

/// <summary>Who comes first when candidate numbers are given.</summary>
internal enum SbdOrder
{
    None,

    /// <summary>Tên, chữ đệm, họ, as Vietnamese lists sort.</summary>
    Name,

    /// <summary>Drawn by a seed that everybody may know.</summary>
    Drawn,
}

/// <summary>Who waits for a number.</summary>
/// <param name="Division">Place of the division in the contest, from 0.</param>
internal sealed record Unnumbered(long Team, int Division, string Title);

/// <summary>
/// Candidate numbers: letter of the division, then a number of <see cref="Digits"/> digits. Whoever comes later stands behind; no number
/// is given twice. Pure.
/// </summary>
/// <remarks>
/// A draw sorts by SHA-256 of <c>seed|team</c> in UTF-8, so that whoever knows the seed can draw it again. Ties cannot come up.
/// </remarks>
internal static class SbdScheme
{
    public const int Digits = 3;
    private const int Letters = 26;

    /// <param name="taken">Every number that was ever given in the contest.</param>
    /// <param name="seed">Of a draw; else it is not looked at.</param>
    /// <returns>A number for each team.</returns>
    public static IReadOnlyDictionary<long, string> Give(
        IReadOnlyCollection<Unnumbered> waiting,
        IReadOnlySet<string> taken,
        SbdOrder order,
        string seed
    ) =>
        waiting
            .GroupBy(one => Letter(one.Division))
            .SelectMany(division =>
            {
                var first = taken.Select(sbd => NumberOf(division.Key, sbd)).DefaultIfEmpty(0).Max() + 1;
                return InOrder(division, order, seed).Select((one, at) => (one.Team, Sbd: Write(division.Key, first + at)));
            })
            .ToDictionary(given => given.Team, given => given.Sbd);

    private static IEnumerable<Unnumbered> InOrder(IEnumerable<Unnumbered> waiting, SbdOrder order, string seed) =>
        order == SbdOrder.Drawn
            ? waiting.OrderBy(one => Lot(seed, one.Team), StringComparer.Ordinal)
            : waiting.OrderBy(one => one.Title, NameOrder.Instance).ThenBy(one => one.Team);

    private static string Lot(string seed, long team) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}|{team}"))));

    private static char Letter(int division) => (char)('A' + (division % Letters));

    private static string Write(char letter, int number) => letter + number.ToString($"D{Digits}", CultureInfo.InvariantCulture);

    /// <summary>0: it is no number of this letter.</summary>
    private static int NumberOf(char letter, string sbd) =>
        sbd.Length > Digits
        && sbd[0] == letter
        && int.TryParse(sbd.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
