using System.Numerics;

namespace Judge.Programs.Verdicts;

/// <summary>
/// A fraction that is never rounded on its way: neither the order of sums nor what was left out changes it. The default is 0.
/// </summary>
internal readonly struct Fraction : IComparable<Fraction>
{
    private readonly BigInteger _numerator;

    /// <summary>Above 0, but 0 in the default.</summary>
    private readonly BigInteger _denominator;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (_numerator, _denominator) = (numerator / common, denominator / common);
    }

    public static Fraction One => new(1, 1);

    private BigInteger Denominator => _denominator.IsZero ? 1 : _denominator;

    public static implicit operator Fraction(decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        var digits = ((BigInteger)(uint)parts[2] << 64) | ((BigInteger)(uint)parts[1] << 32) | (uint)parts[0];
        return new Fraction(parts[3] < 0 ? -digits : digits, BigInteger.Pow(10, (parts[3] >> 16) & 0xFF));
    }

    public static Fraction operator +(Fraction one, Fraction other) =>
        new((one._numerator * other.Denominator) + (other._numerator * one.Denominator), one.Denominator * other.Denominator);

    public static Fraction operator *(Fraction one, Fraction other) =>
        new(one._numerator * other._numerator, one.Denominator * other.Denominator);

    /// <exception cref="DivideByZeroException">The other one is 0.</exception>
    public static Fraction operator /(Fraction one, Fraction other) =>
        other._numerator.IsZero ? throw new DivideByZeroException()
        : other._numerator.Sign < 0 ? new(-one._numerator * other.Denominator, one.Denominator * -other._numerator)
        : new(one._numerator * other.Denominator, one.Denominator * other._numerator);

    public static bool operator <(Fraction one, Fraction other) => one.CompareTo(other) < 0;

    public static bool operator >(Fraction one, Fraction other) => one.CompareTo(other) > 0;

    public static bool operator <=(Fraction one, Fraction other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Fraction one, Fraction other) => one.CompareTo(other) >= 0;

    public int CompareTo(Fraction other) => (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);

    /// <summary>Rounded once, halves to the even digit.</summary>
    /// <param name="places">Decimal places.</param>
    public decimal Rounded(int places)
    {
        var scale = BigInteger.Pow(10, places);
        var whole = BigInteger.DivRem(BigInteger.Abs(_numerator) * scale, Denominator, out var rest);
        var half = (2 * rest).CompareTo(Denominator);
        whole += half > 0 || (half == 0 && !whole.IsEven) ? 1 : 0;
        return _numerator.Sign * ((decimal)whole / (decimal)scale);
    }
}
