using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using ArenaWeb.Layout;
using ArenaWeb.Words;

namespace ArenaWeb.Entries;

/// <summary>Sign-in cards with place and QR code.</summary>
internal static class EntryCards
{
    /// <summary>Scheme, host and path of the pupils' door.</summary>
    public static string DoorOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}{SignInModel.Path}";

    /// <param name="pin">Null: it was told before and is not kept, so its place stays empty.</param>
    /// <param name="door">As <see cref="DoorOf"/> says.</param>
    public static SignInCard Of(Exam exam, Person person, string? pin, string door, Phrases words)
    {
        var code = exam.Contest.Code;
        return new(
            exam.Contest.Name(words.Language.Code),
            person.Name,
            string.Join(", ", new[] { person.Class, person.School }.Where(part => part.Length > 0)),
            door[(door.IndexOf("://", StringComparison.Ordinal) + 3)..],
            [
                new(words["registration.card.code"], code),
                new(words["admin.sbd"], person.Sbd),
                new(words["registration.card.pin"], pin ?? "……"),
            ]
        )
        {
            Place = PlaceOf(exam, person, words),
            Qr = QrPicture.Svg($"{door}?ma={Uri.EscapeDataString(code)}&sbd={Uri.EscapeDataString(person.Sbd)}"),
        };
    }

    /// <summary>The card of a pupil of a class: its code, and two pictures or words in place of the PIN.</summary>
    /// <param name="door">Scheme, host and path at which the code is typed.</param>
    public static SignInCard OfClass(Exam exam, SchoolClass one, ClassMate mate, ClassSecret secret, string door, Phrases words)
    {
        var isSpelled = secret.Way == ClassWay.Words;
        return new(
            exam.Contest.Name(words.Language.Code),
            mate.Person.Name,
            string.Join(", ", one.Name, one.School),
            door[(door.IndexOf("://", StringComparison.Ordinal) + 3)..],
            [
                new(words["class.code"], one.Code),
                new(words["class.number"], FormattableString.Invariant($"{mate.Number}")),
                .. isSpelled ? [new KeyValuePair<string, string>(words["class.words"], string.Join(' ', secret.Parts))] : NoSecrets,
            ]
        )
        {
            Place = PlaceOf(exam, mate.Person, words),
            Qr = QrPicture.Svg($"{door}?ma={one.Code}"),
            Pictures = isSpelled
                ? []
                : [.. secret.Parts.Select(name => new KeyValuePair<string, string>(name, words[$"class.picture.{name}"]))],
        };
    }

    private static readonly KeyValuePair<string, string>[] NoSecrets = [];

    /// <summary>"Ca 1, 08:00 09/03/2026 · Phòng 2 · chỗ 14"; null: no seat yet.</summary>
    private static string? PlaceOf(Exam exam, Person person, Phrases words) =>
        exam.ShiftOf(person) is { } shift && exam.RoomOf(person) is { } room
            ? words["exam.card.place", shift.Name, words.Moment(shift.Start), room.Name, exam.Seats[person.Entrant.Value].Number]
            : null;
}
