using System.Globalization;

namespace Judge.Sandbox.Pool;

/// <summary>The cores that this process may use.</summary>
internal static class Cores
{
    /// <summary>Numbers of the cores, from a list such as <c>0-3,8</c>.</summary>
    public static IReadOnlyList<int> Parse(string list) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Range)];

    public static IReadOnlyList<int> Usable()
    {
        const string Key = "Cpus_allowed_list:";
        var line = File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith(Key, StringComparison.Ordinal));
        return Parse(line?[Key.Length..] ?? "0");
    }

    private static IEnumerable<int> Range(string part)
    {
        int[] ends = [.. part.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }
}
