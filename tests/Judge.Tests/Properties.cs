using FsCheck;
using Microsoft.FSharp.Core;

namespace Judge.Tests;

/// <summary>How properties are tried: with other cases each time, and always with those that failed once.</summary>
internal static class Properties
{
    /// <summary>Tries a property. A failure tells its seed, two numbers: kept in the test, they are tried each time.</summary>
    /// <param name="known">Seeds that once failed, tried first.</param>
    public static void Holds(this Property property, int cases = 100, params (ulong Seed, ulong Gamma)[] known)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(cases);
        foreach (var (seed, gamma) in known)
        {
            var start = new Replay(new Rnd(seed, gamma), FSharpOption<int>.None);
            property.Check(config.WithReplay(start));
        }

        property.Check(config);
    }
}
