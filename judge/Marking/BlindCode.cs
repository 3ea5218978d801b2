namespace Judge.Marking;

/// <summary>
/// Blind codes (mã phách): five random characters and one that checks them, printed 3-3. Characters that look alike are left out.
/// </summary>
/// <remarks>
/// The check is Σ i·vᵢ mod 31, i = 1..5. 31 is prime, so it finds each wrong character and each swap of neighbours (Verhoeff, "Error
/// Detecting Decimal Codes", 1969, on weighted sums to a prime modulus).
/// </remarks>
public static class BlindCode
{
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int Drawn = 5;

    /// <summary>How many codes there are; a round draws them without putting one back.</summary>
    public static int Count { get; } = (int)Math.Pow(Alphabet.Length, Drawn);

    /// <summary>The code of a lot, as it is printed.</summary>
    /// <param name="lot">0 to <see cref="Count"/>, itself not included.</param>
    public static string Of(int lot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lot, Count);
        Span<char> code = stackalloc char[Drawn];
        for (var at = Drawn - 1; at >= 0; at--)
        {
            (lot, var value) = Math.DivRem(lot, Alphabet.Length);
            code[at] = Alphabet[value];
        }

        return $"{code[..3]}-{code[3..]}{Check(code)}";
    }

    /// <summary>What somebody typed, as it is printed; null: it is no code. Case, blanks and the dash do not matter.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.ToUpperInvariant().Where(letter => letter != '-' && !char.IsWhiteSpace(letter)));
        return code.Length == Drawn + 1 && code.All(Alphabet.Contains) && Check(code.AsSpan(0, Drawn)) == code[Drawn]
            ? $"{code[..3]}-{code[3..]}"
            : null;
    }

    private static char Check(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var at = 0; at < Drawn; at++)
        {
            sum += (at + 1) * Alphabet.IndexOf(code[at], StringComparison.Ordinal);
        }

        return Alphabet[sum % Alphabet.Length];
    }
}
