using ArenaWeb.Words;

namespace ArenaWeb.Accounts.Classes;

/// <summary>A pupil as the own class knows him or her.</summary>
/// <param name="Number">In the class, by the order of names, from 1.</param>
/// <param name="Short">The given name, with as many words before it as the class needs to tell two apart.</param>
internal sealed record ClassMate(Person Person, int Number, string Short);

/// <summary>Shows no more of a name at the door than a class needs, because whoever has the code can read it. Pure.</summary>
internal static class ShortNames
{
    public static IReadOnlyList<ClassMate> Of(IEnumerable<Person> pupils)
    {
        var sorted = pupils.OrderBy(one => one.Name, NameOrder.Instance).ThenBy(one => one.Sbd, StringComparer.Ordinal).ToList();
        var names = sorted.Select(one => one.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return
        [
            .. sorted.Select(
                (person, at) => new ClassMate(person, at + 1, Tail(names[at], names.Where((_, other) => other != at).ToList()))
            ),
        ];
    }

    /// <summary>The whole name where another has the same.</summary>
    private static string Tail(string[] name, List<string[]> others)
    {
        var words = 1;
        while (words < name.Length && others.Any(other => other.TakeLast(words).SequenceEqual(name.TakeLast(words))))
        {
            words++;
        }

        return string.Join(' ', name.TakeLast(words));
    }
}
