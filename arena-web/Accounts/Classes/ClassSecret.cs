using System.Security.Cryptography;
using ArenaWeb.Words;

namespace ArenaWeb.Accounts.Classes;

/// <summary>What the pupils of a class show at its door.</summary>
internal enum ClassWay
{
    None,

    /// <summary>Two pictures in order, for whoever cannot type yet: 256 of them.</summary>
    Pictures,

    /// <summary>Two words: 16,384 of them.</summary>
    Words,
}

/// <summary>A secret as it stands on a card; known only while it is issued.</summary>
/// <param name="Parts">Two names of <see cref="Pictures"/>, or two words with their marks.</param>
internal sealed record ClassSecret(ClassWay Way, IReadOnlyList<string> Parts)
{
    private const int Count = 2;

    /// <summary>The last grade that chooses pictures.</summary>
    private const int LastGradeOfPictures = 3;

    /// <summary>Icons of the sprite, in the order of the page.</summary>
    public static IReadOnlyList<string> Pictures { get; } =
    [
        "cat",
        "fish",
        "bird",
        "rabbit",
        "turtle",
        "snail",
        "flower-2",
        "apple",
        "banana",
        "ice-cream-cone",
        "car",
        "plane",
        "sailboat",
        "house",
        "umbrella",
        "key",
    ];

    public static ClassSecret Fresh(ClassWay way) =>
        new(way, RandomNumberGenerator.GetItems((way == ClassWay.Pictures ? Pictures : SecretWords.All).ToArray().AsSpan(), Count));

    /// <summary>What is hashed: the same however the words are typed, with marks or without, together or apart.</summary>
    public string Proof => Way == ClassWay.Pictures ? string.Join(' ', Parts) : Folding.Plain(string.Concat(Parts));

    /// <summary>By the number that a class's name begins with, "3A" or "Lớp 3A"; words where there is none.</summary>
    public static ClassWay WayFor(string className)
    {
        var digits = string.Concat(className.SkipWhile(sign => !char.IsAsciiDigit(sign)).TakeWhile(char.IsAsciiDigit));
        return int.TryParse(digits, out var grade) && grade is >= 1 and <= LastGradeOfPictures ? ClassWay.Pictures : ClassWay.Words;
    }
}
