using System.Globalization;

namespace Judge.Sandbox.Filter;

/// <summary>One line of the list of allowed system calls.</summary>
/// <param name="Number">On x86-64.</param>
/// <param name="Condition">What its arguments must be, or null: anything.</param>
/// <param name="Error">Not allowed: fails with this error number, or with 0 does nothing and says that it succeeded. Null: allowed.</param>
internal sealed record SystemCall(uint Number, string Name, ArgumentTest? Condition, uint? Error)
{
    /// <summary>Reads <c>number name [argument=value | argument&amp;mask=value | !error]</c>.</summary>
    public static SystemCall Parse(string line)
    {
        var words = line.Split(' ');
        var rest = words.Length > 2 ? words[2] : "";
        uint? error = rest.StartsWith('!') ? uint.Parse(rest.AsSpan(1), CultureInfo.InvariantCulture) : null;
        var condition = rest.Length > 0 && error is null ? ArgumentTest.Parse(rest) : null;
        return new SystemCall(uint.Parse(words[0], CultureInfo.InvariantCulture), words[1], condition, error);
    }
}

/// <summary>The argument at this place (from 0), masked, must have this value. Only its lower 32 bits are looked at.</summary>
internal sealed record ArgumentTest(int Argument, uint Mask, uint Value)
{
    public static ArgumentTest Parse(string text)
    {
        var sides = text.Split('=');
        var left = sides[0].Split('&');
        var mask = left.Length > 1 ? Number(left[1]) : uint.MaxValue;
        return new ArgumentTest(int.Parse(left[0], CultureInfo.InvariantCulture), mask, Number(sides[1]));
    }

    private static uint Number(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal)
            ? uint.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : uint.Parse(text, CultureInfo.InvariantCulture);
}
